#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The compact VAE-GAN's training step as a Python script would write it: the baseline of the
program's own training (docs/performance.md). Same layers, losses, optimiser and batch.

    plain_training.py FOLDER [--steps N] [--threads N] [--precision float32|bfloat16] [--stage 1|2]
"""
import argparse
import copy
import glob
import math
import time

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional as F

LATENT, WIDTH, SIZE, BATCH = 256, 32, 128, 32
CHANNELS = [min(WIDTH << i, 12 * WIDTH) for i in range(5)]


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        inputs = [3] + CHANNELS[:-1]
        self.layers = nn.ModuleList(
            nn.Sequential(nn.Conv2d(i, o, 4, 2, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU())
            for i, o in zip(inputs, CHANNELS))
        self.mean = nn.Linear(16 * CHANNELS[-1], LATENT)
        self.log_sigma = nn.Linear(16 * CHANNELS[-1], LATENT)
        self.skip = nn.Linear(3 * (SIZE // 4) ** 2, LATENT)

    def forward(self, pictures):
        maps = pictures
        for layer in self.layers:
            maps = layer(maps)
        with torch.autocast("cpu", enabled=False):
            features = maps.flatten(1).float()
            mean = torch.tanh(self.mean(features) + self.skip(F.avg_pool2d(pictures, 4).flatten(1)))
            low = math.log(0.1)
            return mean, 0.5 * low * (1 - torch.tanh(self.log_sigma(features)))


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.start = nn.Linear(LATENT, 16 * CHANNELS[-1], bias=False)
        self.start_norm = nn.BatchNorm2d(CHANNELS[-1])
        self.narrow, self.residual = nn.ModuleList(), nn.ModuleList()
        for i in range(4, 0, -1):
            a, b = CHANNELS[i], CHANNELS[i - 1]
            self.narrow.append(nn.Sequential(nn.Conv2d(a, b, 1, bias=False), nn.BatchNorm2d(b)))
            self.residual.append(nn.Sequential(nn.Conv2d(b, b, 3, 1, 1, bias=False), nn.BatchNorm2d(b)))
        thin = 3 * WIDTH // 4
        self.thin = nn.Sequential(nn.Conv2d(CHANNELS[0], thin, 3, 1, 1, bias=False), nn.BatchNorm2d(thin))
        self.last = nn.Conv2d(thin, 3, 3, 1, 1)
        self.skip = nn.Linear(LATENT, 3 * (SIZE // 4) ** 2)

    def forward(self, codes):
        maps = torch.relu(self.start_norm(self.start(codes).view(-1, CHANNELS[-1], 4, 4)))
        for narrow, residual in zip(self.narrow, self.residual):
            maps = F.interpolate(narrow(maps), scale_factor=2)
            maps = torch.relu(maps + residual(torch.relu(maps)))
        maps = self.last(F.interpolate(torch.relu(self.thin(maps)), scale_factor=2))
        with torch.autocast("cpu", enabled=False):
            linear = self.skip(codes.float()).view(-1, 3, SIZE // 4, SIZE // 4)
            return maps.float() + F.interpolate(linear, scale_factor=4, mode="bilinear")


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        channels = [3] + [WIDTH << i for i in range(4)] + [1]
        self.layers = nn.ModuleList(nn.Conv2d(i, o, 4, 2, 1) for i, o in zip(channels, channels[1:]))

    def forward(self, pictures):
        maps, features = pictures, []
        for layer in self.layers[:-1]:
            maps = torch.relu(layer(maps))
            features.append(maps.float())
        return features[1:], self.layers[-1](maps).float().mean((1, 2, 3))


def grey(pictures):
    return 0.299 * pictures[:, 0] + 0.587 * pictures[:, 1] + 0.114 * pictures[:, 2]


def windows():
    count = (SIZE - 11) // 4 + 1
    blur = torch.zeros(count, SIZE)
    for w in range(count):
        blur[w, 4 * w:4 * w + 11] = torch.exp(-0.5 * ((torch.arange(11) - 5) / 1.5) ** 2)
    return blur / blur.sum(1, keepdim=True)


BLUR = windows()


def ssim_loss(a, b):
    x, y = grey(a), grey(b)
    mx, my, xx, yy, xy = (BLUR @ torch.cat([x, y, x * x, y * y, x * y]) @ BLUR.t()).chunk(5)
    c1, c2 = 0.01 ** 2, 0.03 ** 2
    ssim = ((2 * mx * my + c1) * (2 * (xy - mx * my) + c2)
            / ((mx ** 2 + my ** 2 + c1) * (xx - mx ** 2 + yy - my ** 2 + c2)))
    return 1 - ssim.mean()


def pixel_loss(picture, wanted):
    error = picture - wanted
    luma = grey(error)
    blue, red = 0.564 * (error[:, 2] - luma), 0.713 * (error[:, 0] - luma)
    return error.square().mean() + blue.square().mean() + red.square().mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--precision", default="float32")
    parser.add_argument("--stage", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    files = sorted(glob.glob(options.folder + "/*.jpg"))[:BATCH * 8]
    pictures = torch.stack([torch.from_numpy(np.asarray(Image.open(f).convert("RGB").resize((SIZE, SIZE))).copy())
                            for f in files]).permute(0, 3, 1, 2).contiguous()
    encoder, generator, discriminator = Encoder(), Generator(), Discriminator()
    codec = list(encoder.parameters()) + list(generator.parameters())
    average = copy.deepcopy([p.detach() for p in codec])
    adam = torch.optim.Adam(codec, 1e-3, betas=(0.9, 0.99))
    other = torch.optim.Adam(discriminator.parameters(), 2e-4, betas=(0.5, 0.99))
    brief = torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.precision == "bfloat16")

    def seen(images):
        window = images[:, :, 4:124, 4:124]
        return window + 0.03 * torch.randn_like(window)

    def step():
        real = pictures[torch.randint(len(files), (BATCH,))].float() / 255
        with brief:
            mean, log_sigma = encoder(real)
        codes = mean + torch.randn_like(mean) * log_sigma.exp()
        if options.stage == 2:
            codes = torch.cat([codes, torch.randn(BATCH // 2, LATENT).clamp(-1, 1)])
        with brief:
            fakes = generator(codes)
        made = fakes[:BATCH]
        kl = 0.5 * (mean.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma).mean()
        loss = (10 * pixel_loss(made, real) + 0.3 * ssim_loss(made, real) + 1e-3 * kl
                + 10 * (fakes - fakes.clamp(0, 1)).square().mean())
        if options.stage == 2:
            for p in discriminator.parameters():
                p.requires_grad_(False)
            with brief:
                with torch.no_grad():
                    wanted, _ = discriminator(seen(real))
                features, verdict = discriminator(seen(fakes))
            feature = sum((f[:BATCH] - w).abs().mean() / (w.abs().mean() + 1e-6)
                          for f, w in zip(features, wanted)) / len(wanted)
            loss = loss + 0.15 * feature + 0.002 * F.softplus(-verdict).mean()
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(codec, 1)
        adam.step()
        with torch.no_grad():
            for a, p in zip(average, codec):
                a.lerp_(p, 0.002)
        if options.stage == 2:
            for p in discriminator.parameters():
                p.requires_grad_(True)
            shown = torch.cat([fakes[:BATCH // 2], fakes[BATCH:]]).detach().clamp(0, 1)
            with brief:
                _, good = discriminator(seen(real))
                _, bad = discriminator(seen(shown))
                loss = 0.5 * (F.softplus(-good).mean() + F.softplus(bad).mean())
            other.zero_grad(set_to_none=True)
            loss.backward()
            other.step()
        return float(loss.detach())

    for _ in range(3):
        step()
    begin, work = time.time(), time.process_time()
    for _ in range(options.steps):
        step()
    seconds, work = time.time() - begin, time.process_time() - work
    images = options.steps * BATCH
    print(f"{images / seconds:.1f} images/s, {1000 * work / options.steps:.0f} ms of processor time a step")


main()
