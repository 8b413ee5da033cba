// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/networks.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace fusiform::face_model {

/// Where torch's message says what happened: the rest are its call stacks.
enum class Telling { FirstLine, LastLine };

inline void setMessage(DoorMessage* message, std::string_view text, Telling telling)
{
    if (telling == Telling::LastLine) {
        while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
            text.remove_suffix(1);
        text.remove_prefix(text.find_last_of('\n') + 1); // npos + 1 is 0
    }
    text = text.substr(0, std::min(text.find('\n'), sizeof message->text - 1));
    std::memcpy(message->text, text.data(), text.size());
    message->text[text.size()] = 0;
}

/// Runs `work`; no exception leaves the module.
template <class Work>
DoorStatus guarded(DoorMessage* message, const Work& work, Telling telling = Telling::FirstLine)
{
    try {
        work();
        return DoorStatus::Done;
    } catch (const Stopped&) {
        return DoorStatus::Stopped;
    } catch (const c10::Error& error) {
        setMessage(message, error.what_without_backtrace(), telling);
    } catch (const std::exception& error) {
        setMessage(message, error.what(), telling);
    } catch (...) {
        setMessage(message, "an unknown error", telling);
    }
    return DoorStatus::Failed;
}

} // namespace fusiform::face_model
