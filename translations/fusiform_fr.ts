<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
    <context>
        <name>Arguments</name>
        <message>
            <source>Reconstructs faces from fMRI patterns.</source>
            <translation>Reconstruit des visages à partir de l’activité d’IRMf.</translation>
        </message>
        <message>
            <source>A fit or a BIDS study.</source>
            <translation>Un ajustement ou une étude BIDS.</translation>
        </message>
        <message>
            <source>Opens the demonstration.</source>
            <translation>Ouvre la démonstration.</translation>
        </message>
        <message>
            <source>The language, for instance fr.</source>
            <translation>La langue, par exemple fr.</translation>
        </message>
        <message>
            <source>Writes a picture of the window and ends.</source>
            <translation>Écrit une image de la fenêtre et se termine.</translation>
        </message>
        <message>
            <source>Milliseconds before the picture is taken.</source>
            <translation>Millisecondes avant de prendre l’image.</translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message>
            <source>%1: expected %2, found %3.</source>
            <translation>%1 : attendu %2, trouvé %3.</translation>
        </message>
    </context>
    <context>
        <name>GlProbe</name>
        <message>
            <source>There is no OpenGL on this display, so the brain is shown in slices only; everything else works.</source>
            <translation>Cet écran n’a pas OpenGL : le cerveau n’est montré qu’en coupes ; tout le reste fonctionne.</translation>
        </message>
    </context>
    <context>
        <name>RegionName</name>
        <message>
            <source>selected</source>
            <translation>sélectionnée</translation>
        </message>
        <message>
            <source>occipital</source>
            <translation>occipitale</translation>
        </message>
        <message>
            <source>temporal</source>
            <translation>temporale</translation>
        </message>
        <message>
            <source>frontoparietal</source>
            <translation>frontopariétale</translation>
        </message>
        <message>
            <source>sphere</source>
            <translation>sphère</translation>
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source>"%1"</source>
            <translation>« %1 »</translation>
        </message>
        <message>
            <source>%1</source>
            <translation>%1</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>Comparing pictures by content</source>
            <translation>Comparaison des images par leur contenu</translation>
        </message>
        <message>
            <source>a BIDS study</source>
            <translation>une étude BIDS</translation>
        </message>
        <message>
            <source>nothing of that name</source>
            <translation>rien de ce nom</translation>
        </message>
        <message>
            <source>a BIDS study (a folder)</source>
            <translation>une étude BIDS (un dossier)</translation>
        </message>
        <message>
            <source>a file</source>
            <translation>un fichier</translation>
        </message>
        <message>
            <source>a BIDS study with subjects (folders sub-...)</source>
            <translation>une étude BIDS avec des sujets (dossiers sub-...)</translation>
        </message>
        <message>
            <source>no such folder</source>
            <translation>pas de tel dossier</translation>
        </message>
        <message>
            <source>There is no subject %1 in %2; it has %3.</source>
            <translation>Il n’y a pas de sujet %1 dans %2 ; il y a %3.</translation>
        </message>
        <message>
            <source>a JSON object</source>
            <translation>un objet JSON</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>autre chose</translation>
        </message>
        <message>
            <source>%1 voxels for %2 unknowns: the plain inverse is unstable here; use ridge.</source>
            <translation>%1 voxels pour %2 inconnues : l’inverse simple est instable ici ; utilisez ridge.</translation>
        </message>
        <message>
            <source>%1 voxels for %2 unknowns: the pseudoinverse gives the smallest of many solutions.</source>
            <translation>%1 voxels pour %2 inconnues : la pseudo-inverse donne la plus petite de nombreuses solutions.</translation>
        </message>
        <message>
            <source>The matrix is nearly singular (condition %1); use ridge.</source>
            <translation>La matrice est presque singulière (conditionnement %1) ; utilisez ridge.</translation>
        </message>
        <message>
            <source>Only %1 voxels: codes from so few say little.</source>
            <translation>Seulement %1 voxels : des codes tirés de si peu disent peu.</translation>
        </message>
        <message>
            <source>The region has no usable voxel inside the brain mask.</source>
            <translation>La région n’a aucun voxel utilisable dans le masque du cerveau.</translation>
        </message>
        <message>
            <source>a face model with its manifest</source>
            <translation>un modèle de visages avec son manifeste</translation>
        </message>
        <message>
            <source>a safetensors file without one</source>
            <translation>un fichier safetensors sans manifeste</translation>
        </message>
        <message>
            <source>a model file or the name of a built-in model</source>
            <translation>un fichier de modèle ou le nom d’un modèle intégré</translation>
        </message>
        <message>
            <source>neither, and no model is built in</source>
            <translation>ni l’un ni l’autre, et aucun modèle n’est intégré</translation>
        </message>
        <message>
            <source>neither; built in are %1</source>
            <translation>ni l’un ni l’autre ; modèles intégrés : %1</translation>
        </message>
        <message>
            <source>Reading pictures</source>
            <translation>Lecture des images</translation>
        </message>
        <message>
            <source>Making components</source>
            <translation>Calcul des composantes</translation>
        </message>
        <message>
            <source>A PCA needs at least two pictures; there are %1.</source>
            <translation>Une PCA demande au moins deux images ; il y en a %1.</translation>
        </message>
        <message>
            <source>%1 components are more than %2 pictures allow (at most %3).</source>
            <translation>%1 composantes dépassent ce que %2 images permettent (au plus %3).</translation>
        </message>
        <message>
            <source>Finding principal components</source>
            <translation>Recherche des composantes principales</translation>
        </message>
        <message>
            <source>VAE-GAN models need the module %1, which is neither beside the program in %2 nor in ../lib/fusiform. This build was made without LibTorch; PCA models work.</source>
            <translation>Les modèles VAE-GAN ont besoin du module %1, qui n’est ni à côté du programme dans %2 ni dans ../lib/fusiform. Cette version a été construite sans LibTorch ; les modèles PCA fonctionnent.</translation>
        </message>
        <message>
            <source>%1 cannot be loaded: %2.</source>
            <translation>%1 ne peut pas être chargé : %2.</translation>
        </message>
        <message>
            <source>%1 belongs to another version of the program.</source>
            <translation>%1 appartient à une autre version du programme.</translation>
        </message>
        <message>
            <source>The VAE-GAN failed: %1.</source>
            <translation>Le VAE-GAN a échoué : %1.</translation>
        </message>
        <message>
            <source>Encoding faces</source>
            <translation>Codage des visages</translation>
        </message>
        <message>
            <source>Generating faces</source>
            <translation>Création des visages</translation>
        </message>
        <message>
            <source>%1: n/a in the first row is taken as 0.</source>
            <translation>%1 : n/a dans la première ligne est pris comme 0.</translation>
        </message>
        <message>
            <source>The fit has no face model called %1; it has %2.</source>
            <translation>L’ajustement n’a pas de modèle de visages nommé %1 ; il a %2.</translation>
        </message>
        <message>
            <source>another type</source>
            <translation>un autre type</translation>
        </message>
        <message>
            <source>a manifest</source>
            <translation>un manifeste</translation>
        </message>
        <message>
            <source>the grid of the fit</source>
            <translation>la grille de l’ajustement</translation>
        </message>
        <message>
            <source>another grid</source>
            <translation>une autre grille</translation>
        </message>
        <message>
            <source>a Fusiform fit</source>
            <translation>un ajustement de Fusiform</translation>
        </message>
        <message>
            <source>format version %1 or older</source>
            <translation>la version %1 du format ou une plus ancienne</translation>
        </message>
        <message>
            <source>version %1; a newer Fusiform made it</source>
            <translation>la version %1, faite par un Fusiform plus récent</translation>
        </message>
        <message>
            <source>an invertible affine</source>
            <translation>une transformation affine inversible</translation>
        </message>
        <message>
            <source>a singular one</source>
            <translation>une transformation singulière</translation>
        </message>
        <message>
            <source>at least one face model</source>
            <translation>au moins un modèle de visages</translation>
        </message>
        <message>
            <source>the fields of a Fusiform fit</source>
            <translation>les champs d’un ajustement de Fusiform</translation>
        </message>
        <message>
            <source>images with a positive mean signal</source>
            <translation>des images au signal moyen positif</translation>
        </message>
        <message>
            <source>a mean of %1</source>
            <translation>une moyenne de %1</translation>
        </message>
        <message>
            <source>%1: the design has %2 columns but rank %3; use fewer components.</source>
            <translation>%1 : le plan a %2 colonnes mais un rang de %3 ; utilisez moins de composantes.</translation>
        </message>
        <message>
            <source>No run shows a training face: there is nothing to learn W from.</source>
            <translation>Aucun run ne montre de visage d’apprentissage : il n’y a rien pour apprendre W.</translation>
        </message>
        <message>
            <source>Adding runs</source>
            <translation>Ajout des runs</translation>
        </message>
        <message>
            <source>Estimating</source>
            <translation>Estimation</translation>
        </message>
        <message>
            <source>%1 bytes (%2 rows x %3 voxels)</source>
            <translation>%1 octets (%2 lignes x %3 voxels)</translation>
        </message>
        <message>
            <source>a file of one of the formats %1</source>
            <translation>un fichier d’un des formats %1</translation>
        </message>
        <message>
            <source>%1 bytes of data</source>
            <translation>%1 octets de données</translation>
        </message>
        <message>
            <source>%1 (the file is truncated or damaged)</source>
            <translation>%1 (le fichier est tronqué ou endommagé)</translation>
        </message>
        <message>
            <source>There is no orientation in the file: left and right are not known.</source>
            <translation>Il n’y a pas d’orientation dans le fichier : gauche et droite ne sont pas connues.</translation>
        </message>
        <message>
            <source>no such file</source>
            <translation>pas de tel fichier</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 octets</translation>
        </message>
        <message>
            <source>a JPEG or PNG picture</source>
            <translation>une image JPEG ou PNG</translation>
        </message>
        <message>
            <source>an empty file</source>
            <translation>un fichier vide</translation>
        </message>
        <message>
            <source>a safetensors file</source>
            <translation>un fichier safetensors</translation>
        </message>
        <message>
            <source>Reading the study</source>
            <translation>Lecture de l’étude</translation>
        </message>
        <message>
            <source>%1 exists already; say --overwrite to replace it.</source>
            <translation>%1 existe déjà ; --overwrite le remplace.</translation>
        </message>
        <message>
            <source>a repetition time in the sidecar or the header</source>
            <translation>un temps de répétition dans le fichier annexe ou l’en-tête</translation>
        </message>
        <message>
            <source>Reading events and headers</source>
            <translation>Lecture des événements et des en-têtes</translation>
        </message>
        <message>
            <source>%1: permission denied.</source>
            <translation>%1 : accès refusé.</translation>
        </message>
        <message>
            <source>face runs with image and events</source>
            <translation>des runs de visages avec image et événements</translation>
        </message>
        <message>
            <source>none of %1 runs has both</source>
            <translation>aucun des %1 runs n’a les deux</translation>
        </message>
        <message>
            <source>%1 of %2 runs have no image here and are left out.</source>
            <translation>%1 des %2 runs n’ont pas d’image ici et sont laissés de côté.</translation>
        </message>
        <message>
            <source>%1 runs have no confounds table: motion is not in the model.</source>
            <translation>%1 runs n’ont pas de table de confusion : le mouvement n’est pas dans le modèle.</translation>
        </message>
        <message>
            <source>the picture of a stimulus</source>
            <translation>l’image d’un stimulus</translation>
        </message>
        <message>
            <source>Encoding pictures with %1</source>
            <translation>Codage des images avec %1</translation>
        </message>
        <message>
            <source>%1 training pictures are also test faces; they are %2.</source>
            <translation>%1 images d’apprentissage sont aussi des visages de test ; elles sont %2.</translation>
        </message>
        <message>
            <source>Writing the fit</source>
            <translation>Écriture de l’ajustement</translation>
        </message>
        <message>
            <source>%1: expected %2, found %3.</source>
            <translation>%1 : attendu %2, trouvé %3.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1 : %2.</translation>
        </message>
        <message>
            <source>%1 is missing.</source>
            <translation>%1 manque.</translation>
        </message>
        <message>
            <source>a link to a file that is not here</source>
            <translation>un lien vers un fichier absent d’ici</translation>
        </message>
        <message>
            <source>a folder</source>
            <translation>un dossier</translation>
        </message>
        <message>
            <source>valid JSON</source>
            <translation>du JSON valide</translation>
        </message>
        <message>
            <source>an error at byte %1</source>
            <translation>une erreur à l’octet %1</translation>
        </message>
        <message>
            <source>a table of text</source>
            <translation>un tableau de texte</translation>
        </message>
        <message>
            <source>binary content</source>
            <translation>un contenu binaire</translation>
        </message>
    </context>
    <context>
        <name>fusiform::ActionTable</name>
        <message>
            <source>Open a fit…</source>
            <translation>Ouvrir un ajustement…</translation>
        </message>
        <message>
            <source>Open a BIDS study…</source>
            <translation>Ouvrir une étude BIDS…</translation>
        </message>
        <message>
            <source>Open the demonstration</source>
            <translation>Ouvrir la démonstration</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Save a picture of the window…</source>
            <translation>Enregistrer une image de la fenêtre…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Find an action…</source>
            <translation>Chercher une action…</translation>
        </message>
        <message>
            <source>See-through brain</source>
            <translation>Cerveau transparent</translation>
        </message>
        <message>
            <source>Look from the left</source>
            <translation>Voir de gauche</translation>
        </message>
        <message>
            <source>Look from the right</source>
            <translation>Voir de droite</translation>
        </message>
        <message>
            <source>Look from the front</source>
            <translation>Voir de face</translation>
        </message>
        <message>
            <source>Look from behind</source>
            <translation>Voir de derrière</translation>
        </message>
        <message>
            <source>Look from above</source>
            <translation>Voir d’en haut</translation>
        </message>
        <message>
            <source>Look from below</source>
            <translation>Voir d’en bas</translation>
        </message>
        <message>
            <source>Fit the slices to their views</source>
            <translation>Ajuster les coupes à leurs vues</translation>
        </message>
        <message>
            <source>Colours of the system</source>
            <translation>Couleurs du système</translation>
        </message>
        <message>
            <source>Light colours</source>
            <translation>Couleurs claires</translation>
        </message>
        <message>
            <source>Dark colours</source>
            <translation>Couleurs sombres</translation>
        </message>
        <message>
            <source>Restore all docks</source>
            <translation>Rétablir tous les volets</translation>
        </message>
        <message>
            <source>Sphere where I click</source>
            <translation>Sphère là où je clique</translation>
        </message>
        <message>
            <source>Sphere at the cursor</source>
            <translation>Sphère au curseur</translation>
        </message>
        <message>
            <source>Remove the region</source>
            <translation>Supprimer la région</translation>
        </message>
        <message>
            <source>Previous region</source>
            <translation>Région précédente</translation>
        </message>
        <message>
            <source>Next region</source>
            <translation>Région suivante</translation>
        </message>
        <message>
            <source>Faces follow the region</source>
            <translation>Les visages suivent la région</translation>
        </message>
        <message>
            <source>Faces on the whole screen</source>
            <translation>Visages en plein écran</translation>
        </message>
        <message>
            <source>About Fusiform</source>
            <translation>À propos de Fusiform</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Édition</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Région</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Présenter</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
    </context>
    <context>
        <name>fusiform::BrainPanel</name>
        <message>
            <source>Drag turns · wheel zooms · Shift and drag moves · click picks</source>
            <translation>Glisser : tourner · molette : zoomer · Maj et glisser : déplacer · clic : pointer</translation>
        </message>
        <message>
            <source>Sphere</source>
            <translation>Sphère</translation>
        </message>
        <message>
            <source>A click or drag in the brain makes a spherical region there; the faces follow.</source>
            <translation>Un clic ou un glissement dans le cerveau y crée une région sphérique ; les visages suivent.</translation>
        </message>
        <message>
            <source>Radius of the sphere</source>
            <translation>Rayon de la sphère</translation>
        </message>
        <message>
            <source> mm</source>
            <translation> mm</translation>
        </message>
        <message>
            <source>t (faces − fixation)</source>
            <translation>t (visages − fixation)</translation>
        </message>
        <message>
            <source>Threshold of the map</source>
            <translation>Seuil de la carte</translation>
        </message>
        <message>
            <source>Surface of the brain</source>
            <translation>Surface du cerveau</translation>
        </message>
        <message>
            <source>Move sphere</source>
            <translation>Déplacer la sphère</translation>
        </message>
        <message>
            <source>Add sphere</source>
            <translation>Ajouter une sphère</translation>
        </message>
    </context>
    <context>
        <name>fusiform::BrainView</name>
        <message>
            <source>Brain in three dimensions</source>
            <translation>Cerveau en trois dimensions</translation>
        </message>
    </context>
    <context>
        <name>fusiform::CommandPalette</name>
        <message>
            <source>Type what you want to do</source>
            <translation>Écrivez ce que vous voulez faire</translation>
        </message>
        <message>
            <source>Name of an action</source>
            <translation>Nom d’une action</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
    </context>
    <context>
        <name>fusiform::FaceGallery</name>
        <message>
            <source>Faces: originals and reconstructions</source>
            <translation>Visages : originaux et reconstructions</translation>
        </message>
        <message>
            <source>%1, read by %2: the true face has rank %3 of %4 (r = %5)</source>
            <translation>%1, lu par %2 : le vrai visage est au rang %3 sur %4 (r = %5)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Copier l’image</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Enregistrer l’image…</translation>
        </message>
        <message>
            <source>Compare enlarged</source>
            <translation>Comparer en grand</translation>
        </message>
    </context>
    <context>
        <name>fusiform::FaceLoupe</name>
        <message>
            <source>← → other faces · Esc closes</source>
            <translation>← → autres visages · Échap ferme</translation>
        </message>
        <message>
            <source>rank %1 of %2 · r = %3</source>
            <translation>rang %1 sur %2 · r = %3</translation>
        </message>
    </context>
    <context>
        <name>fusiform::FaceTheatre</name>
        <message>
            <source>Faces</source>
            <translation>Visages</translation>
        </message>
        <message>
            <source>Space hides the originals · Esc leaves</source>
            <translation>Espace cache les originaux · Échap quitte</translation>
        </message>
        <message>
            <source>Space shows the originals · Esc leaves</source>
            <translation>Espace montre les originaux · Échap quitte</translation>
        </message>
    </context>
    <context>
        <name>fusiform::FacesPanel</name>
        <message>
            <source>Open a fit to see its faces here.</source>
            <translation>Ouvrez un ajustement pour voir ses visages ici.</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>The face that was shown in the scanner</source>
            <translation>Le visage montré dans le scanner</translation>
        </message>
        <message>
            <source>Read from the region; contrast matched to training faces</source>
            <translation>Lu dans la région ; contraste ajusté à celui des visages d’apprentissage</translation>
        </message>
        <message>
            <source>%1 · %2 voxels · pairwise %3 % · ridge %4 · %5 ms</source>
            <translation>%1 · %2 voxels · par paires %3 % · ridge %4 · %5 ms</translation>
        </message>
    </context>
    <context>
        <name>fusiform::IdentificationMatrix</name>
        <message>
            <source>Identification matrix: decoded faces by true faces</source>
            <translation>Matrice d’identification : visages décodés par vrais visages</translation>
        </message>
        <message>
            <source>true face</source>
            <translation>vrai visage</translation>
        </message>
        <message>
            <source>decoded face</source>
            <translation>visage décodé</translation>
        </message>
        <message>
            <source>r = %1</source>
            <translation>r = %1</translation>
        </message>
    </context>
    <context>
        <name>fusiform::IdentificationPanel</name>
        <message>
            <source>Face model</source>
            <translation>Modèle de visages</translation>
        </message>
        <message>
            <source>Pairwise %1 % (chance 50 %) · best of all %2 %</source>
            <translation>Par paires %1 % (hasard 50 %) · meilleur de tous %2 %</translation>
        </message>
        <message>
            <source>Exploration faces; the confirmation faces stay sealed.</source>
            <translation>Visages d’exploration ; les visages de confirmation restent scellés.</translation>
        </message>
    </context>
    <context>
        <name>fusiform::JobRunner</name>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>There is not enough memory.</source>
            <translation>Il n’y a pas assez de mémoire.</translation>
        </message>
    </context>
    <context>
        <name>fusiform::JobsPanel</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>Arrêt en cours</translation>
        </message>
        <message>
            <source>Nothing is running.</source>
            <translation>Rien en cours.</translation>
        </message>
    </context>
    <context>
        <name>fusiform::LogPanel</name>
        <message>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
    </context>
    <context>
        <name>fusiform::MainWindow</name>
        <message>
            <source>Subject</source>
            <translation>Sujet</translation>
        </message>
        <message>
            <source>Which subject shall be fitted?</source>
            <translation>Quel sujet faut-il ajuster ?</translation>
        </message>
        <message>
            <source>The demonstration is not installed here.</source>
            <translation>La démonstration n’est pas installée ici.</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>Régions</translation>
        </message>
        <message>
            <source>Faces</source>
            <translation>Visages</translation>
        </message>
        <message>
            <source>Identification</source>
            <translation>Identification</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Tâches</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Main bar</source>
            <translation>Barre principale</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>En direct</translation>
        </message>
        <message>
            <source>Faces follow the region (L)</source>
            <translation>Les visages suivent la région (L)</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>%1: done</source>
            <translation>%1 : terminé</translation>
        </message>
        <message>
            <source>%1: stopped</source>
            <translation>%1 : arrêté</translation>
        </message>
        <message>
            <source>Warning: %1</source>
            <translation>Attention : %1</translation>
        </message>
        <message>
            <source>Opened %1</source>
            <translation>%1 ouvert</translation>
        </message>
        <message>
            <source>The window was busy for %1 ms</source>
            <translation>La fenêtre a été occupée pendant %1 ms</translation>
        </message>
        <message>
            <source>Sealed confirmation faces: %1</source>
            <translation>Visages de confirmation scellés : %1</translation>
        </message>
        <message>
            <source>About Fusiform</source>
            <translation>À propos de Fusiform</translation>
        </message>
        <message>
            <source>Fusiform %1

Reconstructs faces from fMRI patterns, after VanRullen and Reddy (2019), Communications Biology 2:193.
Free software: GPL 3 or later.</source>
            <translation>Fusiform %1

Reconstruit des visages à partir de l’activité d’IRMf, d’après VanRullen et Reddy (2019), Communications Biology 2:193.
Logiciel libre : GPL 3 ou ultérieure.</translation>
        </message>
        <message>
            <source>Open a fit first.</source>
            <translation>Ouvrez d’abord un ajustement.</translation>
        </message>
        <message>
            <source>There is no 3-D view on this display.</source>
            <translation>Il n’y a pas de vue 3D sur cet écran.</translation>
        </message>
        <message>
            <source>The last region stays.</source>
            <translation>La dernière région reste.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Annuler : %1</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Redo: %1</source>
            <translation>Rétablir : %1</translation>
        </message>
        <message>
            <source>Open a fit</source>
            <translation>Ouvrir un ajustement</translation>
        </message>
        <message>
            <source>Open a BIDS study</source>
            <translation>Ouvrir une étude BIDS</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Enregistrer l’image</translation>
        </message>
        <message>
            <source>PNG (*.png)</source>
            <translation>PNG (*.png)</translation>
        </message>
        <message>
            <source>%1 could not be written.</source>
            <translation>%1 n’a pas pu être écrit.</translation>
        </message>
    </context>
    <context>
        <name>fusiform::MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
    </context>
    <context>
        <name>fusiform::Opener</name>
        <message>
            <source>%1 is neither a fit (it has no fit.json) nor a BIDS study (it has no dataset_description.json).</source>
            <translation>%1 n’est ni un ajustement (pas de fit.json) ni une étude BIDS (pas de dataset_description.json).</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>Ouvrir %1</translation>
        </message>
        <message>
            <source>Read the study</source>
            <translation>Lire l’étude</translation>
        </message>
        <message>
            <source>%1 has no subjects.</source>
            <translation>%1 n’a pas de sujets.</translation>
        </message>
        <message>
            <source>Fit %1</source>
            <translation>Ajuster %1</translation>
        </message>
    </context>
    <context>
        <name>fusiform::ProgressStrip</name>
        <message>
            <source>Progress</source>
            <translation>Avancement</translation>
        </message>
    </context>
    <context>
        <name>fusiform::RangeSlider</name>
        <message>
            <source>Threshold and range of the map</source>
            <translation>Seuil et étendue de la carte</translation>
        </message>
        <message>
            <source>Drag the left mark to set the threshold, the right mark to set the value with the last colour</source>
            <translation>Glissez le repère gauche pour le seuil, le repère droit pour la valeur de la dernière couleur</translation>
        </message>
    </context>
    <context>
        <name>fusiform::RegionsPanel</name>
        <message>
            <source>Regions</source>
            <translation>Régions</translation>
        </message>
        <message>
            <source>Voxels: %1</source>
            <translation>Voxels : %1</translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>Centre x %1  y %2  z %3 mm</source>
            <translation>Centre x %1  y %2  z %3 mm</translation>
        </message>
    </context>
    <context>
        <name>fusiform::Session</name>
        <message>
            <source>Select %1</source>
            <translation>Choisir %1</translation>
        </message>
        <message>
            <source>Rename %1</source>
            <translation>Renommer %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Supprimer %1</translation>
        </message>
    </context>
    <context>
        <name>fusiform::SliceView</name>
        <message>
            <source>Axial slice</source>
            <translation>Coupe axiale</translation>
        </message>
        <message>
            <source>Coronal slice</source>
            <translation>Coupe coronale</translation>
        </message>
        <message>
            <source>Sagittal slice</source>
            <translation>Coupe sagittale</translation>
        </message>
    </context>
    <context>
        <name>fusiform::StatusLine</name>
        <message>
            <source>x %1  y %2  z %3 mm  ·  voxel %4 %5 %6</source>
            <translation>x %1  y %2  z %3 mm  ·  voxel %4 %5 %6</translation>
        </message>
        <message>
            <source>%1  ·  outside the brain mask</source>
            <translation>%1  ·  hors du masque du cerveau</translation>
        </message>
        <message>
            <source>%1  ·  t %2</source>
            <translation>%1  ·  t %2</translation>
        </message>
        <message>
            <source>%1 voxels  ·  ridge %2  ·  condition %3  ·  %4 ms</source>
            <translation>%1 voxels  ·  ridge %2  ·  conditionnement %3  ·  %4 ms</translation>
        </message>
    </context>
    <context>
        <name>fusiform::WelcomePage</name>
        <message>
            <source>Faces, read from patterns of brain activity.</source>
            <translation>Des visages, lus dans l’activité du cerveau.</translation>
        </message>
        <message>
            <source>Open the demonstration</source>
            <translation>Ouvrir la démonstration</translation>
        </message>
        <message>
            <source>A small fitted study: choose regions, watch the faces.</source>
            <translation>Une petite étude ajustée : choisissez des régions, regardez les visages.</translation>
        </message>
        <message>
            <source>Open a fit…</source>
            <translation>Ouvrir un ajustement…</translation>
        </message>
        <message>
            <source>A folder that a fit was written to.</source>
            <translation>Un dossier où un ajustement a été écrit.</translation>
        </message>
        <message>
            <source>Open a BIDS study…</source>
            <translation>Ouvrir une étude BIDS…</translation>
        </message>
        <message>
            <source>Fits one subject with a PCA of the study's own pictures.</source>
            <translation>Ajuste un sujet avec une ACP des images de l’étude.</translation>
        </message>
        <message>
            <source>Or drop a folder here.</source>
            <translation>Ou déposez un dossier ici.</translation>
        </message>
        <message>
            <source>Opened lately</source>
            <translation>Ouverts récemment</translation>
        </message>
    </context>
</TS>
