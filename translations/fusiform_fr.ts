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
    <message>
        <source>A fit, a BIDS study or a session.</source>
        <translation>Un ajustement, une étude BIDS ou une session.</translation>
    </message>
</context>
<context>
    <name>Decoder</name>
    <message>
        <source>%1, λ %2</source>
        <extracomment>a decoder and the strength of its ridge</extracomment>
        <translation>%1, λ&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1: expected %2, found %3.</source>
        <translation>%1&#xa0;: attendu %2, trouvé %3.</translation>
    </message>
</context>
<context>
    <name>GlProbe</name>
    <message>
        <source>There is no OpenGL on this display, so the brain is shown in slices only; everything else works.</source>
        <translation>Cet écran n’a pas OpenGL&#xa0;: le cerveau n’est montré qu’en coupes&#xa0;; tout le reste fonctionne.</translation>
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
    <message>
        <source>criterion</source>
        <translation>critère</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
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
        <translation>aucun dossier de ce nom</translation>
    </message>
    <message>
        <source>There is no subject %1 in %2; it has %3.</source>
        <translation>Il n’y a pas de sujet %1 dans %2&#xa0;; il y a %3.</translation>
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
        <translation>%1 voxels pour %2 inconnues&#xa0;: l’inversion simple est instable ici&#xa0;; utilisez ridge.</translation>
    </message>
    <message>
        <source>%1 voxels for %2 unknowns: the pseudoinverse gives the smallest of many solutions.</source>
        <translation>%1 voxels pour %2 inconnues&#xa0;: la pseudo-inverse donne la plus petite de nombreuses solutions.</translation>
    </message>
    <message>
        <source>The matrix is nearly singular (condition %1); use ridge.</source>
        <translation>La matrice est presque singulière (conditionnement %1)&#xa0;; utilisez ridge.</translation>
    </message>
    <message>
        <source>Only %1 voxels: codes from so few say little.</source>
        <translation>Seulement %1 voxels&#xa0;: des codes tirés d’un si petit nombre ne disent pas grand-chose.</translation>
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
        <translation>ni l’un ni l’autre&#xa0;; modèles intégrés&#xa0;: %1</translation>
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
        <translation>Une ACP demande au moins deux images&#xa0;; il y en a %1.</translation>
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
        <source>%1 cannot be loaded: %2.</source>
        <translation>%1 ne peut pas être chargé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 belongs to another version of the program.</source>
        <translation>%1 appartient à une autre version du programme.</translation>
    </message>
    <message>
        <source>The VAE-GAN failed: %1.</source>
        <translation>Le VAE-GAN a échoué&#xa0;: %1.</translation>
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
        <translation>%1&#xa0;: n/a dans la première ligne est pris comme 0.</translation>
    </message>
    <message>
        <source>The fit has no face model called %1; it has %2.</source>
        <translation>L’ajustement n’a pas de modèle de visages nommé %1&#xa0;; il a %2.</translation>
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
        <translation>%1&#xa0;: le plan a %2 colonnes mais un rang de %3&#xa0;; utilisez moins de composantes.</translation>
    </message>
    <message>
        <source>No run shows a training face: there is nothing to learn W from.</source>
        <translation>Aucun run ne montre de visage d’apprentissage&#xa0;: il n’y a rien pour apprendre W.</translation>
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
        <translation>Il n’y a pas d’orientation dans le fichier&#xa0;: gauche et droite ne sont pas connues.</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>aucun fichier de ce nom</translation>
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
        <translation>%1 existe déjà&#xa0;; --overwrite le remplace.</translation>
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
        <translation>%1&#xa0;: accès refusé.</translation>
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
        <translation>%1 runs n’ont pas de table de confusion&#xa0;: le mouvement n’est pas dans le modèle.</translation>
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
        <source>Writing the fit</source>
        <translation>Écriture de l’ajustement</translation>
    </message>
    <message>
        <source>%1: expected %2, found %3.</source>
        <translation>%1&#xa0;: attendu %2, trouvé %3.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1&#xa0;: %2.</translation>
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
    <message>
        <source>0 or 1 in line %1, column %2</source>
        <translation>0 ou 1 à la ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>a duration of at least 0 in line %1</source>
        <translation>une durée d’au moins 0 à la ligne %1</translation>
    </message>
    <message>
        <source>a picture for the face in line %1</source>
        <translation>une image pour le visage de la ligne %1</translation>
    </message>
    <message>
        <source>a picture below stimuli/ in line %1</source>
        <translation>une image sous stimuli/ à la ligne %1</translation>
    </message>
    <message>
        <source>a RepetitionTime above 0 s</source>
        <translation>un RepetitionTime supérieur à 0 s</translation>
    </message>
    <message>
        <source>numbers in SliceTiming</source>
        <translation>des nombres dans SliceTiming</translation>
    </message>
    <message>
        <source>An attribute needs a label for each of several codes.</source>
        <translation>Un attribut demande une étiquette pour chacun de plusieurs codes.</translation>
    </message>
    <message>
        <source>a folder of pictures</source>
        <translation>un dossier d’images</translation>
    </message>
    <message>
        <source>no folder of that name</source>
        <translation>aucun dossier de ce nom</translation>
    </message>
    <message>
        <source>JPEG or PNG pictures</source>
        <translation>des images JPEG ou PNG</translation>
    </message>
    <message>
        <source>There is no attribute called %1; there are %2.</source>
        <translation>Il n’y a pas d’attribut nommé %1&#xa0;; il y a %2.</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 nombres</translation>
    </message>
    <message>
        <source>a face model of a known kind</source>
        <translation>un modèle de visages d’un type connu</translation>
    </message>
    <message>
        <source>the kind &quot;%1&quot;</source>
        <translation>le type «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>SSIM compares pictures of one size, at least 11 x 11.</source>
        <translation>Le SSIM compare des images de même taille, d’au moins 11 x 11.</translation>
    </message>
    <message>
        <source>Quality needs one reconstruction for each original.</source>
        <translation>La mesure de qualité demande une reconstruction pour chaque original.</translation>
    </message>
    <message>
        <source>Picture %1 is %2 x %3, not %4 x %4.</source>
        <translation>L’image %1 mesure %2 x %3 et non %4 x %4.</translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation>Comparaison des images</translation>
    </message>
    <message>
        <source>sensible latent and picture sizes</source>
        <translation>des tailles de code et d’image plausibles</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>%1 variances</source>
        <translation>%1 variances</translation>
    </message>
    <message>
        <source>the manifest of a PCA model</source>
        <translation>le manifeste d’un modèle d’ACP</translation>
    </message>
    <message>
        <source>A training picture has %1 x %2 pixels instead of %3 x %3.</source>
        <translation>Une image d’apprentissage a %1 x %2 pixels au lieu de %3 x %3.</translation>
    </message>
    <message>
        <source>There is no architecture called %1; choose compact or published.</source>
        <translation>Il n’y a pas d’architecture nommée %1&#xa0;; choisissez compact ou published.</translation>
    </message>
    <message>
        <source>tensor %1 of floating numbers</source>
        <translation>le tenseur %1 de nombres à virgule flottante</translation>
    </message>
    <message>
        <source>another type or shape</source>
        <translation>un autre type ou une autre forme</translation>
    </message>
    <message>
        <source>a complete manifest of a VAE-GAN</source>
        <translation>un manifeste complet de VAE-GAN</translation>
    </message>
    <message>
        <source>arrays that fit the manifest</source>
        <translation>des tableaux conformes au manifeste</translation>
    </message>
    <message>
        <source>%1 takes pictures of %2 x %2 pixels, not %3 x %4.</source>
        <translation>%1 prend des images de %2 x %2 pixels, et non de %3 x %4.</translation>
    </message>
    <message>
        <source>%1 takes codes of %2 finite numbers, not of %3.</source>
        <translation>%1 prend des codes de %2 nombres finis, et non de %3.</translation>
    </message>
    <message>
        <source>Finding principal components to start from</source>
        <translation>Recherche des composantes principales de départ</translation>
    </message>
    <message>
        <source>Choosing the faster precision</source>
        <translation>Choix de la précision la plus rapide</translation>
    </message>
    <message>
        <source>A step takes %1 s of processor time in float32, %2 s in bfloat16; using %3.</source>
        <translation>Un pas demande %1 s de processeur en float32, %2 s en bfloat16&#xa0;; %3 est utilisé.</translation>
    </message>
    <message>
        <source>Training, stage 1 of 2: shapes and colours</source>
        <translation>Apprentissage, étape 1 sur 2&#xa0;: formes et couleurs</translation>
    </message>
    <message>
        <source>Training, stage 2 of 2: detail</source>
        <translation>Apprentissage, étape 2 sur 2&#xa0;: détails</translation>
    </message>
    <message>
        <source>Epoch %1: %2 images/s, pixel loss %3, SSIM loss %4.</source>
        <translation>Époque %1&#xa0;: %2 images/s, perte sur les pixels %3, perte SSIM %4.</translation>
    </message>
    <message>
        <source>Checkpoint at step %1.</source>
        <translation>Point de reprise au pas %1.</translation>
    </message>
    <message>
        <source>a checkpoint of a training</source>
        <translation>un point de reprise d’un apprentissage</translation>
    </message>
    <message>
        <source>another safetensors file</source>
        <translation>un autre fichier safetensors</translation>
    </message>
    <message>
        <source>%1 belongs to a training with other pictures or options; remove it to start anew.</source>
        <translation>%1 vient d’un apprentissage avec d’autres images ou options&#xa0;; supprimez-le pour recommencer.</translation>
    </message>
    <message>
        <source>arrays of at most 4 dimensions</source>
        <translation>des tableaux d’au plus 4 dimensions</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Going on from step %1.</source>
        <translation>Reprise à partir du pas %1.</translation>
    </message>
    <message>
        <source>Measuring normalisation</source>
        <translation>Mesure de la normalisation</translation>
    </message>
    <message>
        <source>A VAE-GAN needs pictures to learn from; there are %1.</source>
        <translation>Un VAE-GAN a besoin d’images d’apprentissage&#xa0;; il y en a %1.</translation>
    </message>
    <message>
        <source>Say either how many epochs to train or how many minutes.</source>
        <translation>Indiquez soit le nombre d’époques, soit le nombre de minutes d’apprentissage.</translation>
    </message>
    <message>
        <source>%1 rows, one a scan</source>
        <translation>%1 lignes, une par volume</translation>
    </message>
    <message>
        <source>numbers in line %1</source>
        <translation>des nombres à la ligne %1</translation>
    </message>
    <message>
        <source>%1 numbers in line %2</source>
        <translation>%1 nombres à la ligne %2</translation>
    </message>
    <message>
        <source>%1-bit floats in %2</source>
        <translation>des nombres à virgule flottante de %1 bits dans %2</translation>
    </message>
    <message>
        <source>a picture for each of %1 names</source>
        <translation>une image pour chacun des %1 noms</translation>
    </message>
    <message>
        <source>%1 latent means and deviations</source>
        <translation>%1 moyennes et écarts-types des codes</translation>
    </message>
    <message>
        <source>the openings of a Fusiform fit</source>
        <translation>les ouvertures d’un ajustement de Fusiform</translation>
    </message>
    <message>
        <source>%1 ascending voxel numbers</source>
        <translation>%1 numéros de voxels croissants</translation>
    </message>
    <message>
        <source>finite values in every scan</source>
        <translation>des valeurs finies dans chaque volume</translation>
    </message>
    <message>
        <source>none in scan %1</source>
        <translation>aucune dans le volume %1</translation>
    </message>
    <message>
        <source>The serial correlations of a run could not be estimated; fit with --noise none.</source>
        <translation>Les corrélations temporelles d’un run n’ont pas pu être estimées&#xa0;; ajustez avec --noise none.</translation>
    </message>
    <message>
        <source>A run of %1 scans has as many regressors as scans: its serial correlations cannot be estimated.</source>
        <translation>Un run de %1 volumes a autant de régresseurs que de volumes&#xa0;: ses corrélations temporelles ne peuvent pas être estimées.</translation>
    </message>
    <message>
        <source>the grid of the first run (%1 x %2 x %3)</source>
        <translation>la grille du premier run (%1 x %2 x %3)</translation>
    </message>
    <message>
        <source>another (%1 x %2 x %3), or the same at another place</source>
        <translation>une autre (%1 x %2 x %3), ou la même à un autre endroit</translation>
    </message>
    <message>
        <source>voxels that every run can use</source>
        <translation>des voxels utilisables dans tous les runs</translation>
    </message>
    <message>
        <source>zlib could not be started.</source>
        <translation>zlib n’a pas pu démarrer.</translation>
    </message>
    <message>
        <source>libdeflate could not be started.</source>
        <translation>libdeflate n’a pas pu démarrer.</translation>
    </message>
    <message>
        <source>an sform whose axes span space (code %1)</source>
        <translation>une sform dont les axes engendrent l’espace (code %1)</translation>
    </message>
    <message>
        <source>a singular matrix</source>
        <translation>une matrice singulière</translation>
    </message>
    <message>
        <source>a qform whose axes span space (code %1)</source>
        <translation>une qform dont les axes engendrent l’espace (code %1)</translation>
    </message>
    <message>
        <source>The sform is singular; the qform is used.</source>
        <translation>La sform est singulière&#xa0;; la qform est utilisée.</translation>
    </message>
    <message>
        <source>sform and qform disagree by up to %1 mm; the sform is used.</source>
        <translation>sform et qform diffèrent de %1 mm au plus&#xa0;; la sform est utilisée.</translation>
    </message>
    <message>
        <source>1 to 7 dimensions</source>
        <translation>1 à 7 dimensions</translation>
    </message>
    <message>
        <source>dimensions of at least 1 and a sensible product</source>
        <translation>des dimensions d’au moins 1 et un produit plausible</translation>
    </message>
    <message>
        <source>a size of %1 in dimension %2</source>
        <translation>une taille de %1 dans la dimension %2</translation>
    </message>
    <message>
        <source>a data type of the NIfTI standard</source>
        <translation>un type de données de la norme NIfTI</translation>
    </message>
    <message>
        <source>type code %1</source>
        <translation>le code de type %1</translation>
    </message>
    <message>
        <source>the image file %1 beside it</source>
        <translation>le fichier d’image %1 à côté</translation>
    </message>
    <message>
        <source>a NIfTI header of at least %1 bytes</source>
        <translation>un en-tête NIfTI d’au moins %1 octets</translation>
    </message>
    <message>
        <source>a NIfTI-1 or NIfTI-2 image</source>
        <translation>une image NIfTI-1 ou NIfTI-2</translation>
    </message>
    <message>
        <source>a header of the older ANALYZE format, which has no orientation</source>
        <translation>un en-tête de l’ancien format ANALYZE, qui n’a pas d’orientation</translation>
    </message>
    <message>
        <source>data from byte %1 on</source>
        <translation>des données à partir de l’octet %1</translation>
    </message>
    <message>
        <source>an offset of %1</source>
        <translation>un décalage de %1</translation>
    </message>
    <message>
        <source>The name ends in .gz but the file is not compressed.</source>
        <translation>Le nom se termine par .gz mais le fichier n’est pas compressé.</translation>
    </message>
    <message>
        <source>one number a voxel</source>
        <translation>un nombre par voxel</translation>
    </message>
    <message>
        <source>data of type %1</source>
        <translation>des données de type %1</translation>
    </message>
    <message>
        <source>a volume number %1</source>
        <translation>un volume numéro %1</translation>
    </message>
    <message>
        <source>%1 volumes</source>
        <translation>%1 volumes</translation>
    </message>
    <message>
        <source>An axis of %1 voxels does not fit a NIfTI-1 file.</source>
        <translation>Un axe de %1 voxels ne tient pas dans un fichier NIfTI-1.</translation>
    </message>
    <message>
        <source>at most 100 million pixels</source>
        <translation>au plus 100 millions de pixels</translation>
    </message>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 x %2 pixels</translation>
    </message>
    <message>
        <source>a whole JPEG picture</source>
        <translation>une image JPEG entière</translation>
    </message>
    <message>
        <source>damage: %1</source>
        <translation>un dommage&#xa0;: %1</translation>
    </message>
    <message>
        <source>The picture cannot be written as JPEG: %1.</source>
        <translation>L’image ne peut pas être écrite en JPEG&#xa0;: %1.</translation>
    </message>
    <message>
        <source>a whole PNG picture</source>
        <translation>une image PNG entière</translation>
    </message>
    <message>
        <source>The picture cannot be written as PNG: %1.</source>
        <translation>L’image ne peut pas être écrite en PNG&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1: pictures are written as .png or .jpg.</source>
        <translation>%1&#xa0;: les images s’écrivent en .png ou .jpg.</translation>
    </message>
    <message>
        <source>only %1 bytes</source>
        <translation>seulement %1 octets</translation>
    </message>
    <message>
        <source>a safetensors header within the file&apos;s %1 bytes</source>
        <translation>un en-tête safetensors dans les %1 octets du fichier</translation>
    </message>
    <message>
        <source>a header of %1 bytes</source>
        <translation>un en-tête de %1 octets</translation>
    </message>
    <message>
        <source>a JSON object as header</source>
        <translation>un objet JSON comme en-tête</translation>
    </message>
    <message>
        <source>an object as __metadata__</source>
        <translation>un objet comme __metadata__</translation>
    </message>
    <message>
        <source>text as metadata %1</source>
        <translation>du texte comme métadonnée %1</translation>
    </message>
    <message>
        <source>type, shape and place of tensor %1</source>
        <translation>type, forme et place du tenseur %1</translation>
    </message>
    <message>
        <source>an incomplete entry</source>
        <translation>une entrée incomplète</translation>
    </message>
    <message>
        <source>the type %1</source>
        <translation>le type %1</translation>
    </message>
    <message>
        <source>the place %1 in %2 bytes</source>
        <translation>la place %1 dans %2 octets</translation>
    </message>
    <message>
        <source>%1 bytes for the shape %2</source>
        <translation>%1 octets pour la forme %2</translation>
    </message>
    <message>
        <source>tensors that do not overlap</source>
        <translation>des tenseurs qui ne se chevauchent pas</translation>
    </message>
    <message>
        <source>%1 and %2 in the same place</source>
        <translation>%1 et %2 au même endroit</translation>
    </message>
    <message>
        <source>a short list of sizes for tensor %1</source>
        <translation>une courte liste de tailles pour le tenseur %1</translation>
    </message>
    <message>
        <source>A tensor of whole numbers was asked for its floats.</source>
        <translation>On a demandé des nombres à virgule à un tenseur d’entiers.</translation>
    </message>
    <message>
        <source>a tensor called %1</source>
        <translation>un tenseur nommé %1</translation>
    </message>
    <message>
        <source>none of that name</source>
        <translation>aucun de ce nom</translation>
    </message>
    <message>
        <source>the shape %1 for tensor %2</source>
        <translation>la forme %1 pour le tenseur %2</translation>
    </message>
    <message>
        <source>a row for every portrait</source>
        <translation>une ligne pour chaque portrait</translation>
    </message>
    <message>
        <source>none for %1</source>
        <translation>aucune pour %1</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>Examen des images</translation>
    </message>
    <message>
        <source>a brain template of the package mricron-data</source>
        <translation>un cerveau de référence du paquet mricron-data</translation>
    </message>
    <message>
        <source>no such file; install the package or set FUSIFORM_TEMPLATES</source>
        <translation>aucun fichier de ce nom&#xa0;; installez le paquet ou définissez FUSIFORM_TEMPLATES</translation>
    </message>
    <message>
        <source>the labels of the AAL atlas</source>
        <translation>les étiquettes de l’atlas AAL</translation>
    </message>
    <message>
        <source>none of its names</source>
        <translation>aucun de ses noms</translation>
    </message>
    <message>
        <source>A study needs %1 portraits of each sex; there are %2 of women and %3 of men.</source>
        <translation>Une étude demande %1 portraits de chaque sexe&#xa0;; il y en a %2 de femmes et %3 d’hommes.</translation>
    </message>
    <message>
        <source>Writing the pictures</source>
        <translation>Écriture des images</translation>
    </message>
    <message>
        <source>Simulating scans</source>
        <translation>Simulation des volumes</translation>
    </message>
    <message>
        <source>The events do not tell which face was imagined; put it into %1.</source>
        <translation>Les événements ne disent pas quel visage a été imaginé&#xa0;; indiquez-le dans %1.</translation>
    </message>
    <message>
        <source>%1 runs have no image: events and sidecars can be read, scans cannot.</source>
        <translation>%1 runs n’ont pas d’image&#xa0;: événements et fichiers annexes sont lisibles, pas les volumes.</translation>
    </message>
    <message>
        <source>%1 images are not downloaded; fetch them with &quot;datalad get&quot; in the study&apos;s folder.</source>
        <translation>%1 images ne sont pas téléchargées&#xa0;; récupérez-les avec «&#xa0;datalad get&#xa0;» dans le dossier de l’étude.</translation>
    </message>
    <message>
        <source>%1 images are links to nothing.</source>
        <translation>%1 images sont des liens qui ne mènent à rien.</translation>
    </message>
    <message>
        <source>%1 images may not be read: permission is denied.</source>
        <translation>%1 images ne peuvent pas être lues&#xa0;: accès refusé.</translation>
    </message>
    <message>
        <source>%1 runs have no events file.</source>
        <translation>%1 runs n’ont pas de fichier d’événements.</translation>
    </message>
    <message>
        <source>%1 runs have no JSON sidecar; the header&apos;s repetition time is used.</source>
        <translation>%1 runs n’ont pas de fichier JSON annexe&#xa0;; le temps de répétition de l’en-tête est utilisé.</translation>
    </message>
    <message>
        <source>%1 sidecars do not tell the slice order: it must be chosen for slice timing.</source>
        <translation>%1 fichiers annexes ne donnent pas l’ordre des coupes&#xa0;: il faut le choisir pour corriger le temps d’acquisition.</translation>
    </message>
    <message>
        <source>In %1 runs an event ends after the last scan (truncated runs); it is clipped.</source>
        <translation>Dans %1 runs un événement finit après le dernier volume (runs tronqués)&#xa0;; il est raccourci.</translation>
    </message>
    <message>
        <source>In %1 runs header and sidecar disagree on the repetition time by over 1 ms; the sidecar is used.</source>
        <translation>Dans %1 runs l’en-tête et le fichier annexe diffèrent de plus de 1 ms sur le temps de répétition&#xa0;; le fichier annexe est utilisé.</translation>
    </message>
    <message>
        <source>%1 sessions have more than one T1 image: the subject may have been repositioned.</source>
        <translation>%1 sessions ont plus d’une image T1&#xa0;: le sujet a pu être repositionné.</translation>
    </message>
    <message>
        <source>%1 pictures named in the events are not there.</source>
        <translation>%1 images nommées dans les événements sont absentes.</translation>
    </message>
    <message>
        <source>%1 pictures are not downloaded.</source>
        <translation>%1 images ne sont pas téléchargées.</translation>
    </message>
    <message>
        <source>The BIDS study.</source>
        <translation>L’étude BIDS.</translation>
    </message>
    <message>
        <source>The study has no stimuli folder.</source>
        <translation>L’étude n’a pas de dossier stimuli.</translation>
    </message>
    <message>
        <source>There is no region called %1 and no file of that name; the fit has %2.</source>
        <translation>Il n’y a ni région nommée %1 ni fichier de ce nom&#xa0;; l’ajustement a %2.</translation>
    </message>
    <message>
        <source>a mask on the grid of the fit (%1 x %2 x %3)</source>
        <translation>un masque sur la grille de l’ajustement (%1 x %2 x %3)</translation>
    </message>
    <message>
        <source>another grid (%1 x %2 x %3)</source>
        <translation>une autre grille (%1 x %2 x %3)</translation>
    </message>
    <message>
        <source>The study has no imagery trials.</source>
        <translation>L’étude n’a pas d’essais d’imagerie mentale.</translation>
    </message>
    <message>
        <source>The seal of the %1 was opened; this is recorded in the fit.</source>
        <translation>Le sceau a été ouvert (%1)&#xa0;; l’ajustement en garde la trace.</translation>
    </message>
    <message>
        <source>The folder of a fit.</source>
        <translation>Le dossier d’un ajustement.</translation>
    </message>
    <message>
        <source>A face model of the fit; default: the first.</source>
        <translation>Un modèle de visages de l’ajustement&#xa0;; par défaut&#xa0;: le premier.</translation>
    </message>
    <message>
        <source>Strength, relative to the mean diagonal of W Wᵀ; default 0.1; 0 is Eq. 3.</source>
        <translation>Force, relative à la moyenne de la diagonale de W Wᵀ&#xa0;; par défaut 0,1&#xa0;; 0 donne l’éq. 3.</translation>
    </message>
    <message>
        <source>Scores on codes in the model&apos;s units, or divided by the training sd.</source>
        <translation>Scores sur les codes dans les unités du modèle, ou divisés par l’écart-type d’apprentissage.</translation>
    </message>
    <message>
        <source>A folder for pictures and codes.</source>
        <translation>Un dossier pour les images et les codes.</translation>
    </message>
    <message>
        <source>Replace an existing folder.</source>
        <translation>Remplacer un dossier existant.</translation>
    </message>
    <message>
        <source>The events table of a run.</source>
        <translation>Le tableau d’événements d’un run.</translation>
    </message>
    <message>
        <source>Repetition time.</source>
        <translation>Temps de répétition.</translation>
    </message>
    <message>
        <source>Number of scans.</source>
        <translation>Nombre de volumes.</translation>
    </message>
    <message>
        <source>Cut-off of the high-pass filter; 0: none.</source>
        <translation>Coupure du filtre passe-haut&#xa0;; 0&#xa0;: aucun.</translation>
    </message>
    <message>
        <source>Serial correlations of the scans, estimated run by run: none, ar1 (SPM&apos;s default), fast (for short repetition times).</source>
        <translation>Corrélations temporelles des volumes, estimées run par run&#xa0;: none (aucune), ar1 (celui de SPM par défaut), fast (pour les temps de répétition courts).</translation>
    </message>
    <message>
        <source>A TSV file for the matrix.</source>
        <translation>Un fichier TSV pour la matrice.</translation>
    </message>
    <message>
        <source>Replace an existing file.</source>
        <translation>Remplacer un fichier existant.</translation>
    </message>
    <message>
        <source>A model file or a built-in model.</source>
        <translation>Un fichier de modèle ou un modèle intégré.</translation>
    </message>
    <message>
        <source>Pictures of faces.</source>
        <translation>Images de visages.</translation>
    </message>
    <message>
        <source>The table to write (.tsv).</source>
        <translation>Le tableau à écrire (.tsv).</translation>
    </message>
    <message>
        <source>Replace an existing table.</source>
        <translation>Remplacer un tableau existant.</translation>
    </message>
    <message>
        <source>events with training faces (trial_type train_face)</source>
        <translation>des événements avec des visages d’apprentissage (trial_type train_face)</translation>
    </message>
    <message>
        <source>none in %1 runs</source>
        <translation>aucun dans %1 runs</translation>
    </message>
    <message>
        <source>a file that was not downloaded; to get it: %1</source>
        <translation>un fichier qui n’est pas téléchargé&#xa0;; pour l’obtenir&#xa0;: %1</translation>
    </message>
    <message>
        <source>The study has %1 subjects: choose one with --participant-label.</source>
        <translation>L’étude a %1 sujets&#xa0;: choisissez-en un avec --participant-label.</translation>
    </message>
    <message>
        <source>The folder of the fit to write.</source>
        <translation>Le dossier de l’ajustement à écrire.</translation>
    </message>
    <message>
        <source>The subject, with or without &quot;sub-&quot;.</source>
        <translation>Le sujet, avec ou sans «&#xa0;sub-&#xa0;».</translation>
    </message>
    <message>
        <source>Face models: &quot;pca&quot; (trained on the study&apos;s own pictures), a model file, or a built-in model&apos;s name; may be given more than once.</source>
        <translation>Modèles de visages&#xa0;: «&#xa0;pca&#xa0;» (entraîné sur les images de l’étude), un fichier de modèle ou le nom d’un modèle intégré&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Components of &quot;pca&quot;; 0: a quarter of the training faces, at most 1,024.</source>
        <translation>Composantes de «&#xa0;pca&#xa0;»&#xa0;; 0&#xa0;: un quart des visages d’apprentissage, au plus 1&#x202f;024.</translation>
    </message>
    <message>
        <source>fix: fixation events are a regressor; implicit: they are the baseline.</source>
        <translation>fix&#xa0;: les fixations sont un régresseur&#xa0;; implicit&#xa0;: elles sont la ligne de base.</translation>
    </message>
    <message>
        <source>nuisance: one-back repeats get a regressor of their own; count: they count as their face.</source>
        <translation>nuisance&#xa0;: les répétitions one-back ont leur propre régresseur&#xa0;; count&#xa0;: elles comptent comme leur visage.</translation>
    </message>
    <message>
        <source>Threshold of t.</source>
        <translation>Seuil de t.</translation>
    </message>
    <message>
        <source>Threshold of the F test&apos;s p.</source>
        <translation>Seuil du p du test F.</translation>
    </message>
    <message>
        <source>Replace an existing fit.</source>
        <translation>Remplacer un ajustement existant.</translation>
    </message>
    <message>
        <source>At least one --model is needed.</source>
        <translation>Il faut au moins un --model.</translation>
    </message>
    <message>
        <source>codes of %1 numbers, in columns z1 to z%1</source>
        <translation>des codes de %1 nombres, dans les colonnes z1 à z%1</translation>
    </message>
    <message>
        <source>%1 such columns</source>
        <translation>%1 colonnes de ce genre</translation>
    </message>
    <message>
        <source>Table with columns z1, z2, ...</source>
        <translation>Tableau avec les colonnes z1, z2, ...</translation>
    </message>
    <message>
        <source>Folder for the pictures (PNG).</source>
        <translation>Dossier pour les images (PNG).</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is not a number.</source>
        <translation>--%1&#xa0;: «&#xa0;%2&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>--%1 needs %2 numbers with commas between them; there are %3.</source>
        <translation>--%1 demande %2 nombres séparés par des virgules&#xa0;; il y en a %3.</translation>
    </message>
    <message>
        <source>--voxel %1: voxels are counted in whole numbers.</source>
        <translation>--voxel %1&#xa0;: les voxels se comptent en nombres entiers.</translation>
    </message>
    <message>
        <source>--voxel %1 lies outside the image.</source>
        <translation>--voxel %1 est hors de l’image.</translation>
    </message>
    <message>
        <source>Also the value at voxel i,j,k or i,j,k,t, counted from 0.</source>
        <translation>Aussi la valeur au voxel i,j,k ou i,j,k,t, comptés à partir de 0.</translation>
    </message>
    <message>
        <source>Also the voxel at RAS millimetres x,y,z.</source>
        <translation>Aussi le voxel à la position x,y,z en millimètres RAS.</translation>
    </message>
    <message>
        <source>Folder of the new study.</source>
        <translation>Dossier de la nouvelle étude.</translation>
    </message>
    <message>
        <source>Size that the other options start from; paper: 8 sessions, about 100 runs, 80 x 80 x 41 voxels, 20 GB on disk when unpacked.</source>
        <translation>Taille dont partent les autres options&#xa0;; paper&#xa0;: 8 sessions, environ 100 runs, 80 x 80 x 41 voxels, 20 Go sur disque une fois décompressés.</translation>
    </message>
    <message>
        <source>Subjects.</source>
        <translation>Sujets.</translation>
    </message>
    <message>
        <source>Sessions a subject; 0: 2, or 8 at paper scale.</source>
        <translation>Sessions par sujet&#xa0;; 0&#xa0;: 2, ou 8 à l’échelle de l’article.</translation>
    </message>
    <message>
        <source>Face runs a session; 0: 5, or 11 to 14 at paper scale.</source>
        <translation>Runs de visages par session&#xa0;; 0&#xa0;: 5, ou 11 à 14 à l’échelle de l’article.</translation>
    </message>
    <message>
        <source>Edge of a voxel; 0: 4, or 3 x 3 x 3.2 at paper scale.</source>
        <translation>Côté d’un voxel&#xa0;; 0&#xa0;: 4, ou 3 x 3 x 3,2 à l’échelle de l’article.</translation>
    </message>
    <message>
        <source>Strength of the code for faces; 0: none.</source>
        <translation>Force du code des visages&#xa0;; 0&#xa0;: aucun.</translation>
    </message>
    <message>
        <source>Strength of the noise; 0: none.</source>
        <translation>Force du bruit&#xa0;; 0&#xa0;: aucun.</translation>
    </message>
    <message>
        <source>Strength of the head&apos;s movement; 0: none.</source>
        <translation>Force des mouvements de la tête&#xa0;; 0&#xa0;: aucun.</translation>
    </message>
    <message>
        <source>At most so many further portraits in stimuli/extra.</source>
        <translation>Au plus autant de portraits supplémentaires dans stimuli/extra.</translation>
    </message>
    <message>
        <source>All random numbers follow from it.</source>
        <translation>Tous les nombres aléatoires en découlent.</translation>
    </message>
    <message>
        <source>Describes a file of any format the program reads.</source>
        <translation>Décrit un fichier de n’importe quel format lu par le programme.</translation>
    </message>
    <message>
        <source>Lists what a BIDS study holds, and its problems.</source>
        <translation>Liste le contenu d’une étude BIDS et ses problèmes.</translation>
    </message>
    <message>
        <source>Writes a synthetic BIDS study in which the truth is known.</source>
        <translation>Écrit une étude BIDS synthétique dont la vérité est connue.</translation>
    </message>
    <message>
        <source>Makes the design matrix of one run.</source>
        <translation>Construit la matrice de plan d’un run.</translation>
    </message>
    <message>
        <source>Fits a subject: from scans and events to W.</source>
        <translation>Ajuste un sujet&#xa0;: des volumes et événements à W.</translation>
    </message>
    <message>
        <source>Reads faces from the brain patterns of a fit.</source>
        <translation>Lit des visages dans les motifs cérébraux d’un ajustement.</translation>
    </message>
    <message>
        <source>Trains a face model on a folder of pictures and measures it.</source>
        <translation>Entraîne un modèle de visages sur un dossier d’images et le mesure.</translation>
    </message>
    <message>
        <source>Writes the latent codes of pictures as a table.</source>
        <translation>Écrit les codes latents d’images dans un tableau.</translation>
    </message>
    <message>
        <source>Makes pictures of latent codes.</source>
        <translation>Fait des images à partir de codes latents.</translation>
    </message>
    <message>
        <source>%1 pictures cannot be held out of %2.</source>
        <translation>On ne peut pas mettre de côté %1 images sur %2.</translation>
    </message>
    <message>
        <source>Folder of JPEG or PNG pictures.</source>
        <translation>Dossier d’images JPEG ou PNG.</translation>
    </message>
    <message>
        <source>What to train.</source>
        <translation>Ce qu’il faut entraîner.</translation>
    </message>
    <message>
        <source>The model file to write (.safetensors).</source>
        <translation>Le fichier de modèle à écrire (.safetensors).</translation>
    </message>
    <message>
        <source>Numbers in a code.</source>
        <translation>Nombres dans un code.</translation>
    </message>
    <message>
        <source>Layers of a VAE-GAN.</source>
        <translation>Couches d’un VAE-GAN.</translation>
    </message>
    <message>
        <source>Channels of the first convolution; 0: 32, published 192.</source>
        <translation>Canaux de la première convolution&#xa0;; 0&#xa0;: 32, published 192.</translation>
    </message>
    <message>
        <source>Side to which pictures are cropped and resized.</source>
        <translation>Côté auquel les images sont recadrées et redimensionnées.</translation>
    </message>
    <message>
        <source>Train for this time; 0: use epochs, or an hour.</source>
        <translation>Durée d’apprentissage&#xa0;; 0&#xa0;: selon les époques, ou une heure.</translation>
    </message>
    <message>
        <source>Train for so many passes over the pictures.</source>
        <translation>Nombre de passages sur les images.</translation>
    </message>
    <message>
        <source>Pictures per step.</source>
        <translation>Images par pas.</translation>
    </message>
    <message>
        <source>Of convolutions in training.</source>
        <translation>Des convolutions pendant l’apprentissage.</translation>
    </message>
    <message>
        <source>One line about the pictures, kept in the model.</source>
        <translation>Une ligne sur les images, gardée dans le modèle.</translation>
    </message>
    <message>
        <source>CelebA-like list; tests how well codes tell each attribute.</source>
        <translation>Liste à la façon de CelebA&#xa0;; teste à quel point les codes distinguent chaque attribut.</translation>
    </message>
    <message>
        <source>Pictures kept out of training and used to measure the model.</source>
        <translation>Images tenues hors de l’apprentissage, qui servent à mesurer le modèle.</translation>
    </message>
    <message>
        <source>Measure on the held-out pictures every so many epochs.</source>
        <translation>Mesurer sur les images mises de côté toutes les tant d’époques.</translation>
    </message>
    <message>
        <source>Table of losses to write (.tsv).</source>
        <translation>Tableau des pertes à écrire (.tsv).</translation>
    </message>
    <message>
        <source>Folder for contact sheets and models at each measurement.</source>
        <translation>Dossier des planches-contacts et des modèles de chaque mesure.</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint.</source>
        <translation>Reprendre au dernier point de reprise.</translation>
    </message>
    <message>
        <source>Replace an existing model.</source>
        <translation>Remplacer un modèle existant.</translation>
    </message>
    <message>
        <source>--%1 must lie between %2 and %3; it is %4.</source>
        <translation>--%1 doit être compris entre %2 et %3&#xa0;; il vaut %4.</translation>
    </message>
    <message>
        <source>--%1 must be one of %2; it is %3.</source>
        <translation>--%1 doit être parmi %2&#xa0;; il vaut %3.</translation>
    </message>
    <message>
        <source>There is no option called %1.</source>
        <translation>Il n’y a pas d’option nommée %1.</translation>
    </message>
    <message>
        <source>Option %1 cannot be set to %2.</source>
        <translation>L’option %1 ne peut pas valoir %2.</translation>
    </message>
    <message>
        <source>The SHA-256 library failed.</source>
        <translation>La bibliothèque SHA-256 a échoué.</translation>
    </message>
    <message>
        <source>JSON nested at most %1 deep</source>
        <translation>du JSON imbriqué sur au plus %1 niveaux</translation>
    </message>
    <message>
        <source>deeper nesting</source>
        <translation>une imbrication plus profonde</translation>
    </message>
    <message>
        <source>a line with column names</source>
        <translation>une ligne avec les noms des colonnes</translation>
    </message>
    <message>
        <source>%1 cells in line %2</source>
        <translation>%1 cellules à la ligne %2</translation>
    </message>
    <message>
        <source>a column called %1</source>
        <translation>une colonne nommée %1</translation>
    </message>
    <message>
        <source>the columns %1</source>
        <translation>les colonnes %1</translation>
    </message>
    <message>
        <source>a number in line %1, column %2</source>
        <translation>un nombre à la ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>confirmation faces</source>
        <translation>visages de confirmation</translation>
    </message>
    <message>
        <source>imagery pattern</source>
        <translation>motif d’imagerie mentale</translation>
    </message>
    <message>
        <source>kept, as asked</source>
        <translation>gardées, comme demandé</translation>
    </message>
    <message>
        <source>left out of training</source>
        <translation>laissées hors de l’apprentissage</translation>
    </message>
    <message>
        <source>the demonstration</source>
        <translation>la démonstration</translation>
    </message>
    <message>
        <source>nothing; &quot;fusiform-cli demo --rebuild&quot; makes one</source>
        <translation>rien&#xa0;; «&#xa0;fusiform-cli demo --rebuild&#xa0;» en fait une</translation>
    </message>
    <message>
        <source>Folder for pictures and scores.</source>
        <translation>Dossier pour les images et les scores.</translation>
    </message>
    <message>
        <source>Make the fit anew from a simulated study (some minutes).</source>
        <translation>Refaire l’ajustement à partir d’une étude simulée (quelques minutes).</translation>
    </message>
    <message>
        <source>Shows the demonstration without a display: pictures and scores.</source>
        <translation>Montre la démonstration sans écran&#xa0;: images et scores.</translation>
    </message>
    <message>
        <source>No run has fixation events: faces are compared with the time between events instead of with fixation.</source>
        <translation>Aucun run n’a d’événements de fixation&#xa0;: les visages sont comparés au temps entre les événements et non à la fixation.</translation>
    </message>
    <message>
        <source>a number of at most ten bytes</source>
        <translation>un nombre d’au plus dix octets</translation>
    </message>
    <message>
        <source>a longer one before byte %1</source>
        <translation>un plus long avant l’octet %1</translation>
    </message>
    <message>
        <source>%1 more bytes from byte %2 on</source>
        <translation>encore %1 octets à partir de l’octet %2</translation>
    </message>
    <message>
        <source>a number of %1</source>
        <translation>un nombre de %1</translation>
    </message>
    <message>
        <source>a line of text after the first bytes</source>
        <translation>une ligne de texte après les premiers octets</translation>
    </message>
    <message>
        <source>a colour table of version 1 or 2</source>
        <translation>une table de couleurs de version 1 ou 2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>la version %1</translation>
    </message>
    <message>
        <source>a FreeSurfer surface</source>
        <translation>une surface de FreeSurfer</translation>
    </message>
    <message>
        <source>a FreeSurfer curvature file</source>
        <translation>un fichier de courbure de FreeSurfer</translation>
    </message>
    <message>
        <source>a FreeSurfer label</source>
        <translation>une étiquette (label) de FreeSurfer</translation>
    </message>
    <message>
        <source>5 numbers in line %1</source>
        <translation>5 nombres à la ligne %1</translation>
    </message>
    <message>
        <source>a GIFTI file</source>
        <translation>un fichier GIFTI</translation>
    </message>
    <message>
        <source>XML that begins with %1</source>
        <translation>du XML qui commence par %1</translation>
    </message>
    <message>
        <source>%1 of array %2</source>
        <translation>%1 du tableau %2</translation>
    </message>
    <message>
        <source>a sensible %1 of array %2</source>
        <translation>%1 plausible pour le tableau %2</translation>
    </message>
    <message>
        <source>at most %1 dimensions</source>
        <translation>au plus %1 dimensions</translation>
    </message>
    <message>
        <source>The XML parser could not be started.</source>
        <translation>L’analyseur XML n’a pas pu démarrer.</translation>
    </message>
    <message>
        <source>a GIFTI file (XML)</source>
        <translation>un fichier GIFTI (XML)</translation>
    </message>
    <message>
        <source>%1 in line %2</source>
        <translation>%1 à la ligne %2</translation>
    </message>
    <message>
        <source>at most %1 bytes of data</source>
        <translation>au plus %1 octets de données</translation>
    </message>
    <message>
        <source>more</source>
        <translation>davantage</translation>
    </message>
    <message>
        <source>whole gzip data</source>
        <translation>des données gzip entières</translation>
    </message>
    <message>
        <source>%1 bytes (the file is truncated or damaged)</source>
        <translation>%1 octets (le fichier est tronqué ou endommagé)</translation>
    </message>
    <message>
        <source>a size of %1</source>
        <translation>une taille de %1</translation>
    </message>
    <message>
        <source>an MGH volume of version 1</source>
        <translation>un volume MGH de version 1</translation>
    </message>
    <message>
        <source>a data type of the MGH format</source>
        <translation>un type de données du format MGH</translation>
    </message>
    <message>
        <source>test faces to read</source>
        <translation>des visages de test à lire</translation>
    </message>
    <message>
        <source>none: the study shows no test face</source>
        <translation>aucun&#xa0;: l’étude ne montre pas de visage de test</translation>
    </message>
    <message>
        <source>at most 4 bytes in a short part</source>
        <translation>au plus 4 octets dans une partie courte</translation>
    </message>
    <message>
        <source>%1 of a variable</source>
        <translation>%1 d’une variable</translation>
    </message>
    <message>
        <source>a part of type %1</source>
        <translation>une partie de type %1</translation>
    </message>
    <message>
        <source>a variable of a class of MATLAB&apos;s</source>
        <translation>une variable d’une classe de MATLAB</translation>
    </message>
    <message>
        <source>class number %1</source>
        <translation>la classe numéro %1</translation>
    </message>
    <message>
        <source>dimensions of at least 0</source>
        <translation>des dimensions d’au moins 0</translation>
    </message>
    <message>
        <source>at least two dimensions</source>
        <translation>au moins deux dimensions</translation>
    </message>
    <message>
        <source>a variable</source>
        <translation>une variable</translation>
    </message>
    <message>
        <source>a compressed variable</source>
        <translation>une variable compressée</translation>
    </message>
    <message>
        <source>a MATLAB file of version 4, 5 or 7.3</source>
        <translation>un fichier MATLAB de version 4, 5 ou 7.3</translation>
    </message>
    <message>
        <source>the header of a variable</source>
        <translation>l’en-tête d’une variable</translation>
    </message>
    <message>
        <source>something else before byte %1</source>
        <translation>autre chose avant l’octet %1</translation>
    </message>
    <message>
        <source>a MATLAB file of version 7.3</source>
        <translation>un fichier MATLAB de version 7.3</translation>
    </message>
    <message>
        <source>whole HDF5 data (a MATLAB file of version 7.3)</source>
        <translation>des données HDF5 entières (un fichier MATLAB de version 7.3)</translation>
    </message>
    <message>
        <source>a truncated or damaged file</source>
        <translation>un fichier tronqué ou endommagé</translation>
    </message>
    <message>
        <source>a plain or snappy-compressed block</source>
        <translation>un bloc simple ou compressé par snappy</translation>
    </message>
    <message>
        <source>damage from byte %1 on</source>
        <translation>un dommage à partir de l’octet %1</translation>
    </message>
    <message>
        <source>a block of entries</source>
        <translation>un bloc d’entrées</translation>
    </message>
    <message>
        <source>one with %1 restarts in %2 bytes</source>
        <translation>un bloc à %1 points de départ dans %2 octets</translation>
    </message>
    <message>
        <source>a key that shares with the one before</source>
        <translation>une clé qui partage avec la précédente</translation>
    </message>
    <message>
        <source>one that shares %1 of %2 bytes</source>
        <translation>une clé qui partage %1 de %2 octets</translation>
    </message>
    <message>
        <source>a protocol buffer</source>
        <translation>un protocol buffer</translation>
    </message>
    <message>
        <source>a field of kind %1</source>
        <translation>un champ de type %1</translation>
    </message>
    <message>
        <source>a TensorFlow checkpoint (.index, or version 1)</source>
        <translation>un point de reprise TensorFlow (.index, ou version 1)</translation>
    </message>
    <message>
        <source>a TensorFlow checkpoint</source>
        <translation>un point de reprise TensorFlow</translation>
    </message>
    <message>
        <source>a table of another program</source>
        <translation>une table d’un autre programme</translation>
    </message>
    <message>
        <source>an empty table</source>
        <translation>une table vide</translation>
    </message>
    <message>
        <source>The file, or the folder of a fit, to describe.</source>
        <translation>Le fichier à décrire, ou le dossier d’un ajustement.</translation>
    </message>
    <message>
        <source>The file says %1 vertices and has %2.</source>
        <translation>Le fichier annonce %1 sommets et en a %2.</translation>
    </message>
    <message>
        <source>the number of vertices in line 2</source>
        <translation>le nombre de sommets à la ligne 2</translation>
    </message>
    <message>
        <source>the entity %1</source>
        <translation>l’entité %1</translation>
    </message>
    <message>
        <source>numbers of at most 1.8e308 in JSON</source>
        <translation>des nombres d’au plus 1,8e308 dans le JSON</translation>
    </message>
    <message>
        <source>a larger one</source>
        <translation>un nombre plus grand</translation>
    </message>
    <message>
        <source>the manifest of a model without network</source>
        <translation>le manifeste d’un modèle sans réseau</translation>
    </message>
    <message>
        <source>a MATLAB file of version 5 or 7.3</source>
        <translation>un fichier MATLAB de version 5 ou 7.3</translation>
    </message>
    <message>
        <source>one of version 4</source>
        <translation>un fichier de version 4</translation>
    </message>
    <message>
        <source>at most %1 numbers in %2</source>
        <translation>au plus %1 nombres dans %2</translation>
    </message>
    <message>
        <source>%1 variables that could be it: %2</source>
        <translation>%1 variables possibles&#xa0;: %2</translation>
    </message>
    <message>
        <source>no variables</source>
        <translation>aucune variable</translation>
    </message>
    <message>
        <source>the numbers of %1</source>
        <translation>les nombres de %1</translation>
    </message>
    <message>
        <source>damaged or truncated data</source>
        <translation>des données abîmées ou tronquées</translation>
    </message>
    <message>
        <source>numbers in %1</source>
        <translation>des nombres dans %1</translation>
    </message>
    <message>
        <source>%1 in blocks of at most %2 MB</source>
        <translation>%1 en blocs d’au plus %2 Mo</translation>
    </message>
    <message>
        <source>larger ones</source>
        <translation>des blocs plus grands</translation>
    </message>
    <message>
        <source>Data could not be unpacked: no memory.</source>
        <translation>Des données n’ont pas pu être décompressées&#xa0;: plus de mémoire.</translation>
    </message>
    <message>
        <source>%1 numbers in %2</source>
        <translation>%1 nombres dans %2</translation>
    </message>
    <message>
        <source>%1 bytes of type %2</source>
        <translation>%1 octets de type %2</translation>
    </message>
    <message>
        <source>The published files do not say where their voxels lie: left and right, front and back may be wrong, and the regions by thirds with them. Give the subject&apos;s T1 image of session 2 with --t1.</source>
        <translation>Les fichiers publiés ne disent pas où sont leurs voxels&#xa0;: gauche et droite, avant et arrière peuvent être faux, et avec eux les régions par tiers. Donnez l’image T1 de la session 2 du sujet avec --t1.</translation>
    </message>
    <message>
        <source>the grid of %1 (%2 x %3 x %4)</source>
        <translation>la grille de %1 (%2 x %3 x %4)</translation>
    </message>
    <message>
        <source>%1 x %2 x %3</source>
        <translation>%1 x %2 x %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 selected voxels lie outside the mask.</source>
        <translation>%1&#xa0;: %2 des %3 voxels sélectionnés sont hors du masque.</translation>
    </message>
    <message>
        <source>voxels with %1</source>
        <translation>des voxels avec %1</translation>
    </message>
    <message>
        <source>%1 was not downloaded and is left out; to get it: %2</source>
        <translation>%1 n’a pas été téléchargé et est laissé de côté&#xa0;; pour l’obtenir&#xa0;: %2</translation>
    </message>
    <message>
        <source>a file of the published derivatives</source>
        <translation>un fichier des données dérivées publiées</translation>
    </message>
    <message>
        <source>the brain mask, an array of three dimensions</source>
        <translation>le masque du cerveau, un tableau à trois dimensions</translation>
    </message>
    <message>
        <source>voxels inside the brain</source>
        <translation>des voxels dans le cerveau</translation>
    </message>
    <message>
        <source>one number for each of %1 voxels (mask) or %2 (grid)</source>
        <translation>un nombre pour chacun des %1 voxels (masque) ou %2 (grille)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lecture de %1</translation>
    </message>
    <message>
        <source>W_VAEGAN.mat, ROI_VAEGAN.mat, W_PCA.mat or ROI_PCA.mat</source>
        <translation>W_VAEGAN.mat, ROI_VAEGAN.mat, W_PCA.mat ou ROI_PCA.mat</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>aucun d’eux</translation>
    </message>
    <message>
        <source>--model %1=...: the files have no W of a model called %1; names are vaegan and pca.</source>
        <translation>--model %1=...&#xa0;: les fichiers n’ont pas de W d’un modèle appelé %1&#xa0;; les noms sont vaegan et pca.</translation>
    </message>
    <message>
        <source>%1 holds no pictures: originals cannot be shown.</source>
        <translation>%1 ne contient pas d’images&#xa0;: les originaux ne peuvent pas être montrés.</translation>
    </message>
    <message>
        <source>patterns of several faces over %1 voxels (grid) or %2 (mask)</source>
        <translation>les motifs de plusieurs visages sur %1 voxels (grille) ou %2 (masque)</translation>
    </message>
    <message>
        <source>one pattern over %1 voxels (grid) or %2 (mask)</source>
        <translation>un motif sur %1 voxels (grille) ou %2 (masque)</translation>
    </message>
    <message>
        <source>%1 codes of %2 numbers for %3</source>
        <translation>%1 codes de %2 nombres pour %3</translation>
    </message>
    <message>
        <source>some in %1 that are not finite</source>
        <translation>des nombres non finis dans %1</translation>
    </message>
    <message>
        <source>%1 square colour pictures</source>
        <translation>%1 images carrées en couleurs</translation>
    </message>
    <message>
        <source>a face model of %1 latents, as W has</source>
        <translation>un modèle de visages à %1 latents, comme W</translation>
    </message>
    <message>
        <source>a mean picture (mu)</source>
        <translation>une image moyenne (mu)</translation>
    </message>
    <message>
        <source>%1 components of %2 numbers (coeff)</source>
        <translation>%1 composantes de %2 nombres (coeff)</translation>
    </message>
    <message>
        <source>finite numbers in coeff</source>
        <translation>des nombres finis dans coeff</translation>
    </message>
    <message>
        <source>some that are not</source>
        <translation>des nombres qui ne le sont pas</translation>
    </message>
    <message>
        <source>W with a bias for %1 voxels (mask) or %2 (grid)</source>
        <translation>W avec un biais pour %1 voxels (masque) ou %2 (grille)</translation>
    </message>
    <message>
        <source>voxel numbers from 1 to %1, each once (validindices)</source>
        <translation>des numéros de voxels de 1 à %1, chacun une fois (validindices)</translation>
    </message>
    <message>
        <source>W with a bias for the %1 voxels of validindices</source>
        <translation>W avec un biais pour les %1 voxels de validindices</translation>
    </message>
    <message>
        <source>W of %1 latents and a bias, as in %2</source>
        <translation>W de %1 latents et un biais, comme dans %2</translation>
    </message>
    <message>
        <source>%1 latents</source>
        <translation>%1 latents</translation>
    </message>
    <message>
        <source>Comparing W of %1 in both files</source>
        <translation>Comparaison de W de %1 dans les deux fichiers</translation>
    </message>
    <message>
        <source>the weights of %1 at the voxels of validindices, counted from 1</source>
        <translation>les poids de %1 aux voxels de validindices, comptés à partir de 1</translation>
    </message>
    <message>
        <source>other weights at %1 of %2 voxels looked at</source>
        <translation>d’autres poids à %1 des %2 voxels examinés</translation>
    </message>
    <message>
        <source>--model %1: expected NAME=FILE, as in vaegan=faces.safetensors.</source>
        <translation>--model %1&#xa0;: attendu NOM=FICHIER, comme dans vaegan=visages.safetensors.</translation>
    </message>
    <message>
        <source>The folder with one subject&apos;s .mat files.</source>
        <translation>Le dossier des fichiers .mat d’un sujet.</translation>
    </message>
    <message>
        <source>The subject&apos;s T1 image of session 2, on whose grid the files are: it says where their voxels lie.</source>
        <translation>L’image T1 de la session 2 du sujet, dont les fichiers ont la grille&#xa0;: elle dit où sont leurs voxels.</translation>
    </message>
    <message>
        <source>The subject; default: by the name of the folder.</source>
        <translation>Le sujet&#xa0;; par défaut, d’après le nom du dossier.</translation>
    </message>
    <message>
        <source>NAME=FILE: a model file for vaegan or pca, whose networks are not among the files; may be given more than once.</source>
        <translation>NOM=FICHIER&#xa0;: un fichier de modèle pour vaegan ou pca, dont les réseaux ne sont pas parmi les fichiers&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Threshold of t where there is no ROI file.</source>
        <translation>Seuil de t là où il n’y a pas de fichier ROI.</translation>
    </message>
    <message>
        <source>Threshold of the gain in explained variance where there is no ROI file.</source>
        <translation>Seuil du gain de variance expliquée là où il n’y a pas de fichier ROI.</translation>
    </message>
    <message>
        <source>%1 numbers of the patterns are not finite and count as 0, as in the authors&apos; decoder.</source>
        <translation>%1 nombres des motifs ne sont pas finis et comptent pour 0, comme dans le décodeur des auteurs.</translation>
    </message>
    <message>
        <source>Makes a fit of the files published with the paper.</source>
        <translation>Fait un ajustement des fichiers publiés avec l’article.</translation>
    </message>
    <message>
        <source>Coregistering</source>
        <translation>Recalage</translation>
    </message>
    <message>
        <source>%1 slices, one for each slice time</source>
        <translation>%1 coupes, une par temps de coupe</translation>
    </message>
    <message>
        <source>There is no slice order called %1; choose odd-even, ascending, descending, interleaved, sidecar, off or a list of numbers.</source>
        <translation>Aucun ordre de coupes ne s’appelle %1&#xa0;; choisissez odd-even, ascending, descending, interleaved, sidecar, off ou une liste de numéros.</translation>
    </message>
    <message>
        <source>The slice order must name each of the slices 1 to %1 once.</source>
        <translation>L’ordre des coupes doit nommer une fois chacune des coupes 1 à %1.</translation>
    </message>
    <message>
        <source>%1 has no functional run with an image here.</source>
        <translation>%1 n’a ici aucun run fonctionnel avec une image.</translation>
    </message>
    <message>
        <source>the size of the first run (%1 x %2 x %3)</source>
        <translation>la taille du premier run (%1 x %2 x %3)</translation>
    </message>
    <message>
        <source>Looking for what has changed</source>
        <translation>Recherche de ce qui a changé</translation>
    </message>
    <message>
        <source>Realigning to the first image</source>
        <translation>Réalignement sur la première image</translation>
    </message>
    <message>
        <source>Realigning to the mean</source>
        <translation>Réalignement sur la moyenne</translation>
    </message>
    <message>
        <source>%1 has no preprocessed images of %2 in the space &quot;%3&quot;.</source>
        <translation>%1 ne contient pas d’images prétraitées de %2 dans l’espace «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>The images are as they came from the scanner: no slice timing, no realignment. `preprocess` makes better ones.</source>
        <translation>Les images sont telles qu’elles viennent du scanner&#xa0;: ni décalage des coupes, ni réalignement. `preprocess` en fait de meilleures.</translation>
    </message>
    <message>
        <source>auto: preprocessed images below derivatives/ (Fusiform&apos;s, then fMRIPrep&apos;s), else the raw ones; raw; or a folder of derivatives.</source>
        <translation>auto&#xa0;: images prétraitées sous derivatives/ (celles de Fusiform, puis de fMRIPrep), sinon les images brutes&#xa0;; raw&#xa0;; ou un dossier de dérivés.</translation>
    </message>
    <message>
        <source>SliceTiming with %1 times, one a slice</source>
        <translation>SliceTiming avec %1 temps, un par coupe</translation>
    </message>
    <message>
        <source>slice times between 0 and %1 s</source>
        <translation>des temps de coupe entre 0 et %1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 runs do not say in which order their slices were taken: odd, then even ones are assumed, as Philips does; --slice-order says otherwise.</source>
        <translation>%1 runs n’indiquent pas l’ordre de leurs coupes&#xa0;: impaires, puis paires sont supposées, comme chez Philips&#xa0;; --slice-order en décide autrement.</translation>
    </message>
    <message>
        <source>Folder of the derivatives, usually derivatives/fusiform of the study.</source>
        <translation>Dossier des dérivés, d’ordinaire derivatives/fusiform de l’étude.</translation>
    </message>
    <message>
        <source>auto (the sidecar&apos;s SliceTiming, else odd-even), sidecar, odd-even, ascending, descending, interleaved (Philips: steps of the square root), off, or a list of slice numbers from 1.</source>
        <translation>auto (SliceTiming du fichier JSON, sinon odd-even), sidecar, odd-even, ascending, descending, interleaved (Philips&#xa0;: par pas de la racine carrée), off, ou une liste de numéros de coupes à partir de 1.</translation>
    </message>
    <message>
        <source>Corrects slice timing and head movement, and measures the quality.</source>
        <translation>Corrige le décalage des coupes et le mouvement de la tête, et mesure la qualité.</translation>
    </message>
    <message>
        <source>Checkerboard: functional and T1 image</source>
        <translation>Damier&#xa0;: images fonctionnelle et T1</translation>
    </message>
    <message>
        <source>T1 image</source>
        <translation>Image T1</translation>
    </message>
    <message>
        <source>Mean functional image</source>
        <translation>Image fonctionnelle moyenne</translation>
    </message>
    <message>
        <source>the label %1 inside the mask of the fit</source>
        <translation>le label %1 dans le masque de l’ajustement</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>%1 autres</translation>
    </message>
    <message>
        <source>The folder of the fit.</source>
        <translation>Le dossier de l’ajustement.</translation>
    </message>
    <message>
        <source>Names of its labels: lookup table, .tsv, .csv, .json, FSL&apos;s .xml, ...; default: the file beside it.</source>
        <translation>Noms de ses labels&#xa0;: table de couleurs, .tsv, .csv, .json, .xml de FSL, ...&#xa0;; par défaut, le fichier à côté d’elle.</translation>
    </message>
    <message>
        <source>Only this label, by name or number; may be given more than once.</source>
        <translation>Seulement ce label, par son nom ou son numéro&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>%1 has no names for its labels here (--names): regions are called by their numbers.</source>
        <translation>%1 n’a pas de noms pour ses labels ici (--names)&#xa0;: les régions portent leurs numéros.</translation>
    </message>
    <message>
        <source>labels inside the mask of the fit</source>
        <translation>des labels dans le masque de l’ajustement</translation>
    </message>
    <message>
        <source>none: it may lie in another space</source>
        <translation>aucun&#xa0;: elle est peut-être dans un autre espace</translation>
    </message>
    <message>
        <source>Makes a fit of a model that SPM estimated.</source>
        <translation>Fait un ajustement d’un modèle estimé par SPM.</translation>
    </message>
    <message>
        <source>The columns of the latents: * is any text, # the number; as in facexlatent#. Default: the usual names.</source>
        <translation>Les colonnes des latents&#xa0;: * est un texte quelconque, # le numéro&#xa0;; comme dans facexlatent#. Par défaut, les noms habituels.</translation>
    </message>
    <message>
        <source>The condition of the training faces, whose weight is the bias; default: the one that the latents modulate.</source>
        <translation>La condition des visages d’entraînement, dont le poids est le biais&#xa0;; par défaut, celle que les latents modulent.</translation>
    </message>
    <message>
        <source>The condition of the fixation; default: fix, fixation, ...</source>
        <translation>La condition de fixation&#xa0;; par défaut, fix, fixation, ...</translation>
    </message>
    <message>
        <source>The conditions of the test faces, one a face, with its name at the *; default: test_* and the like.</source>
        <translation>Les conditions des visages de test, une par visage, avec son nom à la place de *&#xa0;; par défaut, test_* et semblables.</translation>
    </message>
    <message>
        <source>The folder with SPM.mat and the images it speaks of.</source>
        <translation>Le dossier de SPM.mat et des images dont il parle.</translation>
    </message>
    <message>
        <source>The face model that the latents are of: a file, or a built-in model&apos;s name.</source>
        <translation>Le modèle de visages dont viennent les latents&#xa0;: un fichier, ou le nom d’un modèle intégré.</translation>
    </message>
    <message>
        <source>A table (.tsv) with the codes of the test faces, as encode writes it.</source>
        <translation>Un tableau (.tsv) des codes des visages de test, comme encode l’écrit.</translation>
    </message>
    <message>
        <source>The folder with the pictures of the test faces.</source>
        <translation>Le dossier des images des visages de test.</translation>
    </message>
    <message>
        <source>The subject&apos;s T1 image.</source>
        <translation>L’image T1 du sujet.</translation>
    </message>
    <message>
        <source>%1 of %2 voxels have betas that are not finite and are left out.</source>
        <translation>%1 voxels sur %2 ont des bêtas qui ne sont pas finis et sont laissés de côté.</translation>
    </message>
    <message>
        <source>the grid of %1</source>
        <translation>la grille de %1</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>une autre</translation>
    </message>
    <message>
        <source>there is no T1 image, or no mean image of the runs.</source>
        <translation>il n’y a pas d’image T1, ou pas d’image moyenne des runs.</translation>
    </message>
    <message>
        <source>no face run has an image and events.</source>
        <translation>aucun run de visages n’a une image et des événements.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Volume %1: displacement %2 mm, DVARS %3 %</source>
        <translation>Volume %1&#xa0;: déplacement %2 mm, DVARS %3&#xa0;%</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volume</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Movement of the head</source>
        <translation>Mouvement de la tête</translation>
    </message>
    <message>
        <source>x (right)</source>
        <translation>x (droite)</translation>
    </message>
    <message>
        <source>y (front)</source>
        <translation>y (avant)</translation>
    </message>
    <message>
        <source>z (up)</source>
        <translation>z (haut)</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>tangage</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>roulis</translation>
    </message>
    <message>
        <source>yaw</source>
        <translation>lacet</translation>
    </message>
    <message>
        <source>Translation (mm)</source>
        <translation>Translation (mm)</translation>
    </message>
    <message>
        <source>Rotation (degrees)</source>
        <translation>Rotation (degrés)</translation>
    </message>
    <message>
        <source>Framewise displacement (mm)</source>
        <translation>Déplacement d’un volume à l’autre (mm)</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>DVARS (% of the mean signal)</source>
        <translation>DVARS (en&#xa0;% du signal moyen)</translation>
    </message>
    <message>
        <source>Mean signal in the mask</source>
        <translation>Signal moyen dans le masque</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>dérive</translation>
    </message>
    <message>
        <source>Carpet: %1 of %2 voxels of the mask, volume by volume</source>
        <translation>Tapis&#xa0;: %1 voxels du masque sur %2, volume par volume</translation>
    </message>
    <message>
        <source>follows the mean least – most</source>
        <translation>suit la moyenne le moins – le plus</translation>
    </message>
    <message>
        <source>L</source>
        <translation>G</translation>
    </message>
    <message>
        <source>Temporal signal-to-noise ratio, and the outline of the mask</source>
        <translation>Rapport signal sur bruit temporel, et contour du masque</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Tous les runs</translation>
    </message>
    <message>
        <source>Largest framewise displacement (mm)</source>
        <translation>Plus grand déplacement d’un volume à l’autre (mm)</translation>
    </message>
    <message>
        <source>Median tSNR</source>
        <translation>tSNR médian</translation>
    </message>
    <message>
        <source>Outliers (% of the volumes)</source>
        <translation>Volumes aberrants (en&#xa0;% du total)</translation>
    </message>
    <message>
        <source>%1 · variance inflation %2</source>
        <translation>%1 · inflation de la variance %2</translation>
    </message>
    <message>
        <source>Variance inflation</source>
        <translation>Inflation de la variance</translation>
    </message>
    <message>
        <source>Design matrix: %1 scans, %2 conditions, %3 nuisance columns</source>
        <translation>Matrice du plan&#xa0;: %1 volumes, %2 conditions, %3 colonnes de nuisance</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>conditions</translation>
    </message>
    <message>
        <source>constant, drift and movement of each run</source>
        <translation>constante, dérive et mouvement de chaque run</translation>
    </message>
    <message>
        <source>Correlations of the conditions</source>
        <translation>Corrélations des conditions</translation>
    </message>
    <message>
        <source>%1 and %2: r = %3</source>
        <translation>%1 et %2&#xa0;: r = %3</translation>
    </message>
    <message>
        <source>a # for the number in --latents PATTERN</source>
        <translation>un # pour le numéro dans --latents MOTIF</translation>
    </message>
    <message>
        <source>&quot;%1&quot;; the columns are %2</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;; les colonnes sont %2</translation>
    </message>
    <message>
        <source>one set of numbered latents; say --latents PATTERN with * for any text and # for the number</source>
        <translation>un seul ensemble de latents numérotés&#xa0;; dites --latents MOTIF avec * pour un texte quelconque et # pour le numéro</translation>
    </message>
    <message>
        <source>%1 sets among the columns %2</source>
        <translation>%1 ensembles parmi les colonnes %2</translation>
    </message>
    <message>
        <source>latents from %1 to %2 without a gap</source>
        <translation>des latents de %1 à %2 sans trou</translation>
    </message>
    <message>
        <source>%1 of them; the columns are %2</source>
        <translation>%1 d’entre eux&#xa0;; les colonnes sont %2</translation>
    </message>
    <message>
        <source>every latent once in each of %1 sessions</source>
        <translation>chaque latent une fois dans chacune des %1 sessions</translation>
    </message>
    <message>
        <source>%1 in %2 columns; the columns are %3</source>
        <translation>%1 dans %2 colonnes&#xa0;; les colonnes sont %3</translation>
    </message>
    <message>
        <source>the condition of the training faces; say --faces PATTERN</source>
        <translation>la condition des visages d’entraînement&#xa0;; dites --faces MOTIF</translation>
    </message>
    <message>
        <source>none among the columns %1</source>
        <translation>aucune parmi les colonnes %1</translation>
    </message>
    <message>
        <source>a condition called %1 (--fixation)</source>
        <translation>une condition appelée %1 (--fixation)</translation>
    </message>
    <message>
        <source>one condition; say --%1 PATTERN</source>
        <translation>une seule condition&#xa0;; dites --%1 MOTIF</translation>
    </message>
    <message>
        <source>%1 and %2 among the columns %3</source>
        <translation>%1 et %2 parmi les colonnes %3</translation>
    </message>
    <message>
        <source>a condition for each of several test faces; say --test PATTERN with * for the face&apos;s name</source>
        <translation>une condition pour chacun de plusieurs visages de test&#xa0;; dites --test MOTIF avec * pour le nom du visage</translation>
    </message>
    <message>
        <source>%1 among the columns %2</source>
        <translation>%1 parmi les colonnes %2</translation>
    </message>
    <message>
        <source>a model with SPM&apos;s response function (hrf)</source>
        <translation>un modèle avec la fonction de réponse de SPM (hrf)</translation>
    </message>
    <message>
        <source>a label image, which has one volume</source>
        <translation>une image de labels, qui a un seul volume</translation>
    </message>
    <message>
        <source>a volume that says where it lies</source>
        <translation>un volume qui dit où il se trouve</translation>
    </message>
    <message>
        <source>no orientation</source>
        <translation>aucune orientation</translation>
    </message>
    <message>
        <source>whole numbers, as label images have</source>
        <translation>des nombres entiers, comme en ont les images de labels</translation>
    </message>
    <message>
        <source>Reading the labels of the voxels</source>
        <translation>Lecture des labels des voxels</translation>
    </message>
    <message>
        <source>a column of names and %1 of codes, as many as latents</source>
        <translation>une colonne de noms et %1 de codes, autant que de latents</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 colonnes</translation>
    </message>
    <message>
        <source>a row for the test face %1</source>
        <translation>une ligne pour le visage de test %1</translation>
    </message>
    <message>
        <source>a picture of the test face %1</source>
        <translation>une image du visage de test %1</translation>
    </message>
    <message>
        <source>The codes of the test faces are not known: they can be read from the brain, but scores count every one as wrong. Give them with --codes, or with --model and --pictures.</source>
        <translation>Les codes des visages de test ne sont pas connus&#xa0;: ils peuvent être lus dans le cerveau, mais les scores les comptent tous comme faux. Donnez-les avec --codes, ou avec --model et --pictures.</translation>
    </message>
    <message>
        <source>an SPM model that was estimated (a struct SPM with %1)</source>
        <translation>un modèle SPM estimé (une structure SPM avec %1)</translation>
    </message>
    <message>
        <source>no such field, or an empty one</source>
        <translation>pas de tel champ, ou un champ vide</translation>
    </message>
    <message>
        <source>a beta image for each of %1 columns</source>
        <translation>une image bêta pour chacune des %1 colonnes</translation>
    </message>
    <message>
        <source>a covariance of the betas (xX.Bcov) above 0</source>
        <translation>une covariance des bêtas (xX.Bcov) supérieure à 0</translation>
    </message>
    <message>
        <source>the first beta image of SPM.mat</source>
        <translation>la première image bêta de SPM.mat</translation>
    </message>
    <message>
        <source>%1 lies up to %2 mm from where SPM.mat has it; the image&apos;s own header is taken.</source>
        <translation>%1 est jusqu’à %2 mm de là où SPM.mat la place&#xa0;; l’en-tête de l’image fait foi.</translation>
    </message>
    <message>
        <source>an image of the SPM model</source>
        <translation>une image du modèle SPM</translation>
    </message>
    <message>
        <source>voxels inside the mask</source>
        <translation>des voxels dans le masque</translation>
    </message>
    <message>
        <source>SPM.mat does not hold the values of the latents: one standard deviation, that of the test faces&apos; codes, stands for all of them.</source>
        <translation>SPM.mat ne contient pas les valeurs des latents&#xa0;: un seul écart-type, celui des codes des visages de test, vaut pour tous.</translation>
    </message>
    <message>
        <source>a face model of %1 latents, as SPM.mat has</source>
        <translation>un modèle de visages à %1 latents, comme dans SPM.mat</translation>
    </message>
    <message>
        <source>The face model of the latents was not given (--model): there are codes and scores, but no pictures.</source>
        <translation>Le modèle de visages des latents n’a pas été donné (--model)&#xa0;: il y a des codes et des scores, mais pas d’images.</translation>
    </message>
    <message>
        <source>six motion parameters a scan</source>
        <translation>six paramètres de mouvement par volume</translation>
    </message>
    <message>
        <source>Reading the betas</source>
        <translation>Lecture des bêtas</translation>
    </message>
    <message>
        <source>voxels whose betas are all finite</source>
        <translation>des voxels dont tous les bêtas sont finis</translation>
    </message>
    <message>
        <source>none; the largest t is %1 (--t sets the threshold)</source>
        <translation>aucun&#xa0;; le plus grand t est %1 (--t fixe le seuil)</translation>
    </message>
    <message>
        <source>SPM made the modulators orthogonal one after another: each row of W is what a latent adds to those before it. Estimate again with orthogonalisation off.</source>
        <translation>SPM a rendu les modulateurs orthogonaux l’un après l’autre&#xa0;: chaque ligne de W est ce qu’un latent ajoute aux précédents. Estimez à nouveau sans orthogonalisation.</translation>
    </message>
    <message>
        <source>There is no condition of fixation: t is that of faces against the implicit baseline.</source>
        <translation>Il n’y a pas de condition de fixation&#xa0;: t est celui des visages contre la ligne de base implicite.</translation>
    </message>
    <message>
        <source>&quot;decisions&quot;, each with a run and keep or drop</source>
        <translation>«&#xa0;decisions&#xa0;», chacune avec un run et keep ou drop</translation>
    </message>
    <message>
        <source>%1 is left out, as %2 decided on %3: %4</source>
        <translation>%1 est laissé de côté, comme %2 l’a décidé le %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>at most %1 values and %2 numbers, %3 deep</source>
        <translation>au plus %1 valeurs et %2 nombres, sur %3 niveaux</translation>
    </message>
    <message>
        <source>a variable called %1</source>
        <translation>une variable appelée %1</translation>
    </message>
    <message>
        <source>an index for every label</source>
        <translation>un index pour chaque label</translation>
    </message>
    <message>
        <source>a label without one</source>
        <translation>un label sans index</translation>
    </message>
    <message>
        <source>columns with numbers and with names</source>
        <translation>des colonnes de numéros et de noms</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>seulement %1</translation>
    </message>
    <message>
        <source>a whole number in row %1, column %2</source>
        <translation>un nombre entier à la ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>names of labels, as in {&quot;12&quot;: &quot;name&quot;}</source>
        <translation>des noms de labels, comme dans {&quot;12&quot;: &quot;name&quot;}</translation>
    </message>
    <message>
        <source>an atlas of FSL (XML)</source>
        <translation>un atlas de FSL (XML)</translation>
    </message>
    <message>
        <source>an atlas of FSL with labels</source>
        <translation>un atlas de FSL avec des labels</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>aucun label</translation>
    </message>
    <message>
        <source>names of labels (text)</source>
        <translation>des noms de labels (texte)</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>des données binaires</translation>
    </message>
    <message>
        <source>an XML file without entities of its own</source>
        <translation>un fichier XML sans entités propres</translation>
    </message>
    <message>
        <source>a frame number %1</source>
        <translation>une image numéro %1</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>a number and the name of a label in line %1</source>
        <translation>un numéro et le nom d’un label à la ligne %1</translation>
    </message>
    <message>
        <source>names of labels</source>
        <translation>des noms de labels</translation>
    </message>
    <message>
        <source>one image of %1 in the space %2; a resolution is said as in %2:res-2</source>
        <translation>une seule image de %1 dans l’espace %2&#xa0;; une résolution se dit comme dans %2:res-2</translation>
    </message>
    <message>
        <source>The face model %1 came without its network: there are codes and scores, but no pictures. Import again with --model to attach a model file.</source>
        <translation>Le modèle de visages %1 est venu sans son réseau&#xa0;: il y a des codes et des scores, mais pas d’images. Réimportez avec --model pour joindre un fichier de modèle.</translation>
    </message>
    <message>
        <source>voxels inside the mask, or above 0.8 of the global in every scan</source>
        <translation>des voxels dans le masque, ou au-dessus de 0,8 du global dans chaque volume</translation>
    </message>
    <message>
        <source>Adding runs, pass %1 of %2</source>
        <translation>Ajout des runs, passage %1 sur %2</translation>
    </message>
    <message>
        <source>Not every run has a brain mask beside its image.</source>
        <translation>Un masque du cerveau manque à côté de l’image d’au moins un run.</translation>
    </message>
    <message>
        <source>Space of the preprocessed images: native, or as in their names: T1w, MNI152NLin2009cAsym:res-2, ...</source>
        <translation>Espace des images prétraitées&#xa0;: native, ou comme dans leurs noms&#xa0;: T1w, MNI152NLin2009cAsym:res-2, ...</translation>
    </message>
    <message>
        <source>Voxels that are fitted: spm: above 0.8 of the global in every scan; brain: inside the brain masks beside the images; auto: brain for other programs&apos; results, else spm.</source>
        <translation>Voxels estimés&#xa0;: spm&#xa0;: au-dessus de 0,8 du global dans chaque volume&#xa0;; brain&#xa0;: dans les masques du cerveau à côté des images&#xa0;; auto&#xa0;: brain pour les résultats d’autres programmes, sinon spm.</translation>
    </message>
    <message>
        <source>Voxels: t(face - fixation) alone, or also the F test of the latents; fwe, fdr: t corrected for the number of voxels; top: as many as --top.</source>
        <translation>Voxels&#xa0;: t(face - fixation) seul, ou aussi le test F des latents&#xa0;; fwe, fdr&#xa0;: t corrigé pour le nombre de voxels&#xa0;; top&#xa0;: autant que --top.</translation>
    </message>
    <message>
        <source>Of fwe (Bonferroni) and fdr (Benjamini-Hochberg).</source>
        <translation>Niveau de fwe (Bonferroni) et de fdr (Benjamini-Hochberg).</translation>
    </message>
    <message>
        <source>Voxels with the best sum of the ranks of t and gain.</source>
        <translation>Voxels dont la somme des rangs de t et du gain est la meilleure.</translation>
    </message>
    <message>
        <source>About what the fit may use; more voxels than that allows are estimated in slabs, with one more reading of the scans each.</source>
        <translation>Ce que l’ajustement peut utiliser, à peu près&#xa0;; davantage de voxels sont estimés par tranches, avec une lecture de plus des volumes pour chacune.</translation>
    </message>
    <message>
        <source>No condition is called &quot;%1&quot; in the contrast &quot;%2&quot;; there are %3.</source>
        <translation>Aucune condition ne s’appelle «&#xa0;%1&#xa0;» dans le contraste «&#xa0;%2&#xa0;»&#xa0;; il y a %3.</translation>
    </message>
    <message>
        <source>The contrast &quot;%1&quot; needs + or - before &quot;%2&quot;.</source>
        <translation>Le contraste «&#xa0;%1&#xa0;» demande + ou - avant «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>floats of %1</source>
        <translation>des nombres à virgule pour %1</translation>
    </message>
    <message>
        <source>the estimates of the conditions</source>
        <translation>les estimations des conditions</translation>
    </message>
    <message>
        <source>none: the fit was imported, or is older than they are</source>
        <translation>aucune&#xa0;: l’ajustement a été importé, ou il est plus ancien qu’elles</translation>
    </message>
    <message>
        <source>names and degrees of freedom</source>
        <translation>des noms et des degrés de liberté</translation>
    </message>
    <message>
        <source>Conditions by name: &quot;face - Fix&quot;, &quot;0.5 F1145 + 0.5 F1148 - Fix&quot;.</source>
        <translation>Des conditions par leur nom&#xa0;: «&#xa0;face - Fix&#xa0;», «&#xa0;0.5 F1145 + 0.5 F1148 - Fix&#xa0;».</translation>
    </message>
    <message>
        <source>The folder for t.nii.gz, effect.nii.gz, resms.nii.gz and r2.nii.gz (of all conditions).</source>
        <translation>Le dossier pour t.nii.gz, effect.nii.gz, resms.nii.gz et r2.nii.gz (de toutes les conditions).</translation>
    </message>
    <message>
        <source>Maps a contrast between the conditions of a fit.</source>
        <translation>Cartographie un contraste entre les conditions d’un ajustement.</translation>
    </message>
    <message>
        <source>The runs have no events that make a condition.</source>
        <translation>Les runs n’ont pas d’événement qui fasse une condition.</translation>
    </message>
    <message>
        <source>Estimating the fine grid</source>
        <translation>Estimation de la grille fine</translation>
    </message>
    <message>
        <source>None of %1 voxels of the fine grid meets the criterion.</source>
        <translation>Aucun des&#xa0;%1 voxels de la grille fine ne remplit le critère.</translation>
    </message>
    <message>
        <source>The model has %1 columns, whose equations alone need %2 GB: use fewer components or response functions, or allow more memory.</source>
        <translation>Le modèle a&#xa0;%1 colonnes, dont les équations seules demandent&#xa0;%2 Go&#xa0;: prenez moins de composantes ou de fonctions de réponse, ou accordez plus de mémoire.</translation>
    </message>
    <message>
        <source>pooled: one regressor for all imagery trials; trials: one for each.</source>
        <translation>pooled&#xa0;: un régresseur pour tous les essais d’imagerie&#xa0;; trials&#xa0;: un pour chacun.</translation>
    </message>
    <message>
        <source>Response to an event: canonical; derivatives: with its derivatives in time and dispersion, which are fitted but not read; fir: a box for each bin of time, read as the size of a canonical response.</source>
        <translation>Réponse à un événement&#xa0;: canonical&#xa0;; derivatives&#xa0;: avec ses dérivées en temps et en dispersion, ajustées mais pas lues&#xa0;; fir&#xa0;: une boîte par pas de temps, lue comme la taille d’une réponse canonique.</translation>
    </message>
    <message>
        <source>Time after an event that the boxes of fir cover.</source>
        <translation>Temps après un événement que couvrent les boîtes de fir.</translation>
    </message>
    <message>
        <source>Number of boxes of fir.</source>
        <translation>Nombre de boîtes de fir.</translation>
    </message>
    <message>
        <source>--grid t1: the subject has no T1 image here.</source>
        <translation>--grid t1&#xa0;: le sujet n’a pas d’image T1 ici.</translation>
    </message>
    <message>
        <source>Loading the face model %1</source>
        <translation>Chargement du modèle de visages&#xa0;%1</translation>
    </message>
    <message>
        <source>--orthogonalise spm needs the canonical response.</source>
        <translation>--orthogonalise spm demande la réponse canonique.</translation>
    </message>
    <message>
        <source>native: the scans&apos; own voxels; t1: those of the T1 image, as if every scan had been resliced to it by linear interpolation; or an image whose voxels are taken. Of such a grid the fit keeps the selected voxels.</source>
        <translation>native&#xa0;: les voxels des volumes mêmes&#xa0;; t1&#xa0;: ceux de l’image T1, comme si chaque volume y avait été rééchantillonné par interpolation linéaire&#xa0;; ou une image dont on prend les voxels. D’une telle grille, l’ajustement garde les voxels retenus.</translation>
    </message>
    <message>
        <source>none; spm: write beside W what SPM&apos;s serial orthogonalisation of the latents makes of it, and the matrix that maps one to the other.</source>
        <translation>none&#xa0;; spm&#xa0;: écrit à côté de W ce qu’en fait l’orthogonalisation en série de SPM, et la matrice qui mène de l’un à l’autre.</translation>
    </message>
    <message>
        <source>localizer runs with image and events</source>
        <translation>des runs de localisation avec image et événements</translation>
    </message>
    <message>
        <source>The folder to write.</source>
        <translation>Le dossier à écrire.</translation>
    </message>
    <message>
        <source>Conditions of the localizer by name: &quot;face - object&quot;.</source>
        <translation>Conditions du localisateur par leur nom&#xa0;: &quot;face - object&quot;.</translation>
    </message>
    <message>
        <source>As for fit: auto, raw or a folder of derivatives.</source>
        <translation>Comme pour fit&#xa0;: auto, raw ou un dossier de dérivés.</translation>
    </message>
    <message>
        <source>Space of the preprocessed images, as for fit.</source>
        <translation>Espace des images prétraitées, comme pour fit.</translation>
    </message>
    <message>
        <source>Columns of the confounds tables, as for fit.</source>
        <translation>Colonnes des tableaux de variables de confusion, comme pour fit.</translation>
    </message>
    <message>
        <source>Maps a contrast of a subject&apos;s localizer runs.</source>
        <translation>Fait les cartes d’un contraste des runs de localisation d’un sujet.</translation>
    </message>
    <message>
        <source>None of %1 fitted voxels lies inside the image that voxels are to be selected within.</source>
        <translation>Aucun des&#xa0;%1 voxels ajustés n’est à l’intérieur de l’image qui délimite la sélection.</translation>
    </message>
    <message>
        <source>An image (a region&apos;s mask, a localizer&apos;s t map): voxels are selected only where it lies above --within-above.</source>
        <translation>Une image (masque d’une région, carte t d’un localisateur)&#xa0;: les voxels ne sont sélectionnés que là où elle dépasse --within-above.</translation>
    </message>
    <message>
        <source>What the image of --within must lie above.</source>
        <translation>Ce que l’image de --within doit dépasser.</translation>
    </message>
    <message>
        <source>Of the thirds: occipital is what lies behind this y.</source>
        <translation>Pour les tiers&#xa0;: est occipital ce qui est derrière cet y.</translation>
    </message>
    <message>
        <source>Of the thirds: of the rest, temporal is what lies below this z.</source>
        <translation>Pour les tiers&#xa0;: du reste, est temporal ce qui est sous ce z.</translation>
    </message>
    <message>
        <source>No voxel of %1 lies there: %2.</source>
        <translation>Aucun voxel de&#xa0;%1 n’est là&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>--occipital-behind and --temporal-below are of --thirds.</source>
        <translation>--occipital-behind et --temporal-below vont avec --thirds.</translation>
    </message>
    <message>
        <source>a duration and a stimulus for each of %1 onsets</source>
        <translation>une durée et un stimulus pour chacun des&#xa0;%1 débuts</translation>
    </message>
    <message>
        <source>runs of at least one scan</source>
        <translation>des runs d’au moins un volume</translation>
    </message>
    <message>
        <source>%1 scans in %2</source>
        <translation>%1 volumes dans&#xa0;%2</translation>
    </message>
    <message>
        <source>ascending voxel numbers</source>
        <translation>des numéros de voxels croissants</translation>
    </message>
    <message>
        <source>at least one run</source>
        <translation>au moins un run</translation>
    </message>
    <message>
        <source>the index of a kept series</source>
        <translation>l’index de séries gardées</translation>
    </message>
    <message>
        <source>finite numbers in %1</source>
        <translation>des nombres finis dans&#xa0;%1</translation>
    </message>
    <message>
        <source>others in %1</source>
        <translation>d’autres dans&#xa0;%1</translation>
    </message>
    <message>
        <source>The kept series has no code of the training picture %1.</source>
        <translation>Les séries gardées n’ont pas de code pour l’image d’apprentissage&#xa0;%1.</translation>
    </message>
    <message>
        <source>the fields of a kept series</source>
        <translation>les champs de séries gardées</translation>
    </message>
    <message>
        <source>%1 bytes (%2 scans x %3 voxels)</source>
        <translation>%1 octets (%2 volumes x&#xa0;%3 voxels)</translation>
    </message>
    <message>
        <source>finite codes of sorted pictures</source>
        <translation>des codes finis d’images triées</translation>
    </message>
    <message>
        <source>the pictures of the codes</source>
        <translation>les images des codes</translation>
    </message>
    <message>
        <source>Responses to every showing of the exploration faces</source>
        <translation>Réponses à chaque présentation des visages d’exploration</translation>
    </message>
    <message>
        <source>Series are kept of models with the canonical response only: there is no reliability and no noise ceiling.</source>
        <translation>Les séries ne sont gardées que pour des modèles à réponse canonique&#xa0;: il n’y a ni fiabilité ni plafond de bruit.</translation>
    </message>
    <message>
        <source>No voxel is selected: no series is kept, so there is no reliability and no noise ceiling.</source>
        <translation>Aucun voxel n’est sélectionné&#xa0;: aucune série n’est gardée, donc il n’y a ni fiabilité ni plafond de bruit.</translation>
    </message>
    <message>
        <source>The series of %1 selected voxels would take %2 MB, more than %3 MB: none is kept, so there is no reliability and no noise ceiling. A stricter --select keeps fewer voxels.</source>
        <translation>Les séries de&#xa0;%1 voxels sélectionnés prendraient&#xa0;%2 Mo, plus que&#xa0;%3 Mo&#xa0;: aucune n’est gardée, donc il n’y a ni fiabilité ni plafond de bruit. Un --select plus strict garde moins de voxels.</translation>
    </message>
    <message>
        <source>Keeping the series of the selected voxels</source>
        <translation>Mise de côté des séries des voxels sélectionnés</translation>
    </message>
    <message>
        <source>Estimating single trials</source>
        <translation>Estimation des essais isolés</translation>
    </message>
    <message>
        <source>Reliability compares two halves of the runs: it needs at least two runs.</source>
        <translation>La fiabilité compare deux moitiés des runs&#xa0;: il en faut au moins deux.</translation>
    </message>
    <message>
        <source>Comparing odd with even runs</source>
        <translation>Comparaison des runs impairs et pairs</translation>
    </message>
    <message>
        <source>Series are kept of the scans&apos; own voxels only, not of a fine grid: there is no reliability and no noise ceiling.</source>
        <translation>Les séries ne sont gardées que pour les voxels des volumes mêmes, pas d’une grille fine&#xa0;: il n’y a ni fiabilité ni plafond de bruit.</translation>
    </message>
    <message>
        <source>Fewer than two exploration faces were shown more than once: there is no noise ceiling.</source>
        <translation>Moins de deux visages d’exploration ont été montrés plus d’une fois&#xa0;: il n’y a pas de plafond de bruit.</translation>
    </message>
    <message>
        <source>keep: the filtered scans of the selected voxels stay with the fit, which gives the reliability of W and the noise ceiling; none: they do not.</source>
        <translation>keep&#xa0;: les volumes filtrés des voxels sélectionnés restent avec l’ajustement, ce qui donne la fiabilité de W et le plafond de bruit&#xa0;; none&#xa0;: ils ne restent pas.</translation>
    </message>
    <message>
        <source>A larger series is not kept; a warning says so.</source>
        <translation>Des séries plus grandes ne sont pas gardées&#xa0;; un avertissement le dit.</translation>
    </message>
    <message>
        <source>Responses to single training faces, of the kept series: lss: a model for each (Mumford et al. 2012); lsa: one model with a column for each; none.</source>
        <translation>Réponses à chaque visage d’apprentissage, d’après les séries gardées&#xa0;: lss&#xa0;: un modèle pour chacun (Mumford et al. 2012)&#xa0;; lsa&#xa0;: un modèle avec une colonne pour chacun&#xa0;; none&#xa0;: aucune.</translation>
    </message>
    <message>
        <source>--trials %1 needs the series: not --series none.</source>
        <translation>--trials&#xa0;%1 demande les séries&#xa0;: pas de --series none.</translation>
    </message>
    <message>
        <source>--trials %1 needs the series, and none is kept: there are no single trials.</source>
        <translation>--trials&#xa0;%1 demande les séries, et aucune n’est gardée&#xa0;: il n’y a pas d’essais isolés.</translation>
    </message>
    <message>
        <source>the reliability of W</source>
        <translation>la fiabilité de W</translation>
    </message>
    <message>
        <source>With one run there are no halves to compare: W has no reliability.</source>
        <translation>Avec un seul run, il n’y a pas de moitiés à comparer&#xa0;: W n’a pas de fiabilité.</translation>
    </message>
    <message>
        <source>%1: half of the runs do not determine all latents (rank %2 of %3 columns): the reliability of W is that of the solution of least norm.</source>
        <translation>%1&#xa0;: la moitié des runs ne détermine pas tous les nombres du code (rang&#xa0;%2 pour&#xa0;%3 colonnes)&#xa0;: la fiabilité de W est celle de la solution de plus petite norme.</translation>
    </message>
    <message>
        <source>%1 bytes (%2 trials x %3 voxels)</source>
        <translation>%1 octets (%2 essais x&#xa0;%3 voxels)</translation>
    </message>
    <message>
        <source>the fields of single trials</source>
        <translation>les champs des essais isolés</translation>
    </message>
    <message>
        <source>--recipe %1: expected a number of at least 0.</source>
        <translation>--recipe&#xa0;%1&#xa0;: attendu un nombre d’au moins 0.</translation>
    </message>
    <message>
        <source>--recipe %1: expected one of %2.</source>
        <translation>--recipe&#xa0;%1&#xa0;: attendu l’un de&#xa0;%2.</translation>
    </message>
    <message>
        <source>voxels of %1, each in one of the three parts</source>
        <translation>des voxels de&#xa0;%1, chacun dans l’une des trois parties</translation>
    </message>
    <message>
        <source>others</source>
        <translation>d’autres</translation>
    </message>
    <message>
        <source>%1 of another part</source>
        <translation>%1 d’une autre partie</translation>
    </message>
    <message>
        <source>%1: only %2 of the three parts of the selected voxels are there; they are cut anew.</source>
        <translation>%1&#xa0;: seules&#xa0;%2 des trois parties des voxels sélectionnés sont là&#xa0;; ils sont coupés de nouveau.</translation>
    </message>
    <message>
        <source>The selected voxels, cut into occipital, temporal and frontoparietal; without planes into equal thirds, or as an imported fit came.</source>
        <translation>Les voxels sélectionnés, coupés en occipital, temporal et frontopariétal&#xa0;; sans plans en tiers égaux, ou comme un ajustement importé les apporte.</translation>
    </message>
    <message>
        <source>--recipe %1: expected NAME=NUMBER, as in pixel_weight=10.</source>
        <translation>--recipe&#xa0;%1&#xa0;: attendu NOM=NOMBRE, comme pixel_weight=10.</translation>
    </message>
    <message>
        <source>NAME=NUMBER: changes one number of the recipe of a VAE-GAN; may be given more than once. The model&apos;s manifest lists them all.</source>
        <translation>NOM=NOMBRE&#xa0;: change un nombre de la recette d’un VAE-GAN&#xa0;; peut être donné plusieurs fois. Le manifeste du modèle les énumère tous.</translation>
    </message>
    <message>
        <source>A checkpoint of another training whose weights are the start, for instance to go on with other pictures.</source>
        <translation>Un point de reprise d’un autre apprentissage, dont les poids sont le départ, par exemple pour continuer avec d’autres images.</translation>
    </message>
    <message>
        <source>The training broke down at step %1: %2 is no number any more. The last checkpoint is kept; go on from it (--start-from) with smaller rates (--recipe first_rate=..., second_rate=...) or with --precision float32.</source>
        <translation>L’apprentissage s’est effondré au pas&#xa0;%1&#xa0;:&#xa0;%2 n’est plus un nombre. Le dernier point de reprise est gardé&#xa0;; continuez à partir de lui (--start-from) avec des taux plus petits (--recipe first_rate=..., second_rate=...) ou avec --precision float32.</translation>
    </message>
    <message>
        <source>Leave the last checkpoint beside the model, for --start-from.</source>
        <translation>Laisser le dernier point de reprise à côté du modèle, pour --start-from.</translation>
    </message>
    <message>
        <source>%1 pictures would take %2 GB: each batch comes in %3 portions.</source>
        <translation>%1 images prendraient&#xa0;%2 Go&#xa0;: chaque lot vient en&#xa0;%3 portions.</translation>
    </message>
    <message>
        <source>edges and a thickness below %1 mm</source>
        <translation>des arêtes et une épaisseur de moins de&#xa0;%1 mm</translation>
    </message>
    <message>
        <source>Looking up the cortex in voxels</source>
        <translation>Recherche du cortex dans les voxels</translation>
    </message>
    <message>
        <source>%1 does not say how its coordinates lie to the scanner&apos;s: they are taken as the scanner&apos;s.</source>
        <translation>%1 ne dit pas comment ses coordonnées se rapportent à celles du scanner&#xa0;: elles sont prises pour celles du scanner.</translation>
    </message>
    <message>
        <source>%1 is the only surface: voxels that it passes through are taken, whatever the depths.</source>
        <translation>%1 est la seule surface&#xa0;: les voxels qu’elle traverse sont pris, quelles que soient les profondeurs.</translation>
    </message>
    <message>
        <source>the %1 vertices of %2</source>
        <translation>les&#xa0;%1 sommets de&#xa0;%2</translation>
    </message>
    <message>
        <source>a name that tells the side (lh., rh., hemi-L, hemi-R), by which its surfaces are found</source>
        <translation>un nom qui dit le côté (lh., rh., hemi-L, hemi-R), par lequel ses surfaces se trouvent</translation>
    </message>
    <message>
        <source>%1 (or name them with --surface and --pial)</source>
        <translation>%1 (ou nommez-les par --surface et --pial)</translation>
    </message>
    <message>
        <source>its surfaces in ../surf or beside it: %1 with white and pial, or with midthickness, in the name, and as many vertices as it has</source>
        <translation>ses surfaces dans ../surf ou à côté&#xa0;:&#xa0;%1 avec white et pial, ou avec midthickness, dans le nom, et autant de sommets qu’il en a</translation>
    </message>
    <message>
        <source>none (or name them with --surface and --pial)</source>
        <translation>aucune (ou nommez-les par --surface et --pial)</translation>
    </message>
    <message>
        <source>the number of a vertex in line %1</source>
        <translation>le numéro d’un sommet à la ligne&#xa0;%1</translation>
    </message>
    <message>
        <source>axes of a volume at right angles, of length 1</source>
        <translation>des axes d’un volume à angle droit, de longueur 1</translation>
    </message>
    <message>
        <source>the %1 vertices of the surface</source>
        <translation>les&#xa0;%1 sommets de la surface</translation>
    </message>
    <message>
        <source>one value a vertex</source>
        <translation>une valeur par sommet</translation>
    </message>
    <message>
        <source>numbers of vertices from 0 to %1</source>
        <translation>des numéros de sommets de 0 à&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 vertices, as its second line says</source>
        <translation>%1 sommets, comme le dit sa deuxième ligne</translation>
    </message>
    <message>
        <source>arrays of a sensible size</source>
        <translation>des tableaux d’une taille raisonnable</translation>
    </message>
    <message>
        <source>numbers in base 64</source>
        <translation>des nombres en base 64</translation>
    </message>
    <message>
        <source>the letter %1</source>
        <translation>le caractère&#xa0;%1</translation>
    </message>
    <message>
        <source>an array of plain numbers</source>
        <translation>un tableau de simples nombres</translation>
    </message>
    <message>
        <source>numbers inside of the file (ASCII, Base64Binary or GZipBase64Binary)</source>
        <translation>des nombres dans le fichier même (ASCII, Base64Binary ou GZipBase64Binary)</translation>
    </message>
    <message>
        <source>an array of %1</source>
        <translation>un tableau&#xa0;%1</translation>
    </message>
    <message>
        <source>three columns of %1</source>
        <translation>trois colonnes de&#xa0;%1</translation>
    </message>
    <message>
        <source>numbers of %1</source>
        <translation>des nombres de&#xa0;%1</translation>
    </message>
    <message>
        <source>a matrix of 16 numbers</source>
        <translation>une matrice de 16 nombres</translation>
    </message>
    <message>
        <source>%1 bytes of compressed numbers</source>
        <translation>%1 octets de nombres comprimés</translation>
    </message>
    <message>
        <source>damaged ones, or another number</source>
        <translation>des octets endommagés, ou un autre nombre</translation>
    </message>
    <message>
        <source>a surface with vertices</source>
        <translation>une surface avec des sommets</translation>
    </message>
    <message>
        <source>coordinates in mm</source>
        <translation>des coordonnées en mm</translation>
    </message>
    <message>
        <source>some beyond 10 m, or no numbers</source>
        <translation>certaines au-delà de 10 m, ou qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>A label image in the subject&apos;s scanner space (NIfTI, .mgz), or labels of the cortical surface (.annot, .label, .label.gii), then once for each side.</source>
        <translation>Une image de labels dans l’espace du scanner du sujet (NIfTI, .mgz), ou des étiquettes de la surface corticale (.annot, .label, .label.gii), alors une fois par côté.</translation>
    </message>
    <message>
        <source>The pial surface, for each --surface.</source>
        <translation>La surface piale, pour chaque --surface.</translation>
    </message>
    <message>
        <source>Where the cortex begins that is taken: 0 is the white surface, 1 the pial one.</source>
        <translation>Où commence le cortex qui est pris&#xa0;: 0 est la surface blanche, 1 la surface piale.</translation>
    </message>
    <message>
        <source>Where it ends.</source>
        <translation>Où il finit.</translation>
    </message>
    <message>
        <source>Give --surface, and --pial, once for each --atlas, in the same order.</source>
        <translation>Donnez --surface, et --pial, une fois pour chaque --atlas, dans le même ordre.</translation>
    </message>
    <message>
        <source>--depth-from lies above --depth-to.</source>
        <translation>--depth-from est plus grand que --depth-to.</translation>
    </message>
    <message>
        <source>Only labels of surfaces take more than one --atlas.</source>
        <translation>Seules les étiquettes de surfaces acceptent plusieurs --atlas.</translation>
    </message>
    <message>
        <source>--surface and --pial belong to labels of surfaces.</source>
        <translation>--surface et --pial vont avec les étiquettes de surfaces.</translation>
    </message>
    <message>
        <source>--names belongs to label images: labels of surfaces have their own.</source>
        <translation>--names va avec les images d’étiquettes&#xa0;: les étiquettes de surfaces ont les leurs.</translation>
    </message>
    <message>
        <source>Pictures that go through the nets together, the gradients of a batch being added up; 0: as many as half of the free memory holds.</source>
        <translation>Images qui traversent les réseaux ensemble, les gradients d’un lot étant additionnés&#xa0;; 0&#xa0;: autant que la moitié de la mémoire libre en contient.</translation>
    </message>
    <message>
        <source>Attributes need a label for each code and a name for each attribute.</source>
        <translation>Les attributs demandent une étiquette pour chaque code et un nom pour chaque attribut.</translation>
    </message>
    <message>
        <source>%1: %2 pictures have it and %3 have not; an axis needs ten of each.</source>
        <translation>%1&#xa0;:&#xa0;%2 images l’ont et&#xa0;%3 ne l’ont pas&#xa0;; un axe en demande dix de chaque.</translation>
    </message>
    <message>
        <source>Finding axes of attributes</source>
        <translation>Recherche des axes d’attributs</translation>
    </message>
    <message>
        <source>axes of attributes</source>
        <translation>des axes d’attributs</translation>
    </message>
    <message>
        <source>names of the pictures in %1</source>
        <translation>des noms des images de&#xa0;%1</translation>
    </message>
    <message>
        <source>What the pictures show: CelebA&apos;s list, or a table (.tsv) with one picture a row.</source>
        <translation>Ce que les images montrent&#xa0;: la liste de CelebA, ou une table (.tsv) avec une image par ligne.</translation>
    </message>
    <message>
        <source>The file of axes to write; default: beside the model, where the program looks for it.</source>
        <translation>Le fichier d’axes à écrire&#xa0;; par défaut&#xa0;: à côté du modèle, là où le programme le cherche.</translation>
    </message>
    <message>
        <source>Replace existing axes.</source>
        <translation>Remplacer des axes existants.</translation>
    </message>
    <message>
        <source>%1 columns, %2 rows</source>
        <translation>%1 colonnes,&#xa0;%2 lignes</translation>
    </message>
    <message>
        <source>Finds the axes of labelled attributes in a face model.</source>
        <translation>Trouve les axes d’attributs étiquetés dans un modèle de visages.</translation>
    </message>
    <message>
        <source>Columns of the confounds tables; motion: the six motion parameters (the default); motion12: and their differences; motion24: and the squares.</source>
        <translation>Colonnes des tables de confusions&#xa0;; motion&#xa0;: les six paramètres de mouvement (par défaut)&#xa0;; motion12&#xa0;: et leurs différences&#xa0;; motion24&#xa0;: et les carrés.</translation>
    </message>
    <message>
        <source>as many convolutions in the generator as in the encoder, %1</source>
        <translation>autant de convolutions dans le générateur que dans l’encodeur,&#xa0;%1</translation>
    </message>
    <message>
        <source>an encoder: up to five convolutions whose channels follow each other from 3 on</source>
        <translation>un encodeur&#xa0;: jusqu’à cinq convolutions dont les canaux s’enchaînent à partir de 3</translation>
    </message>
    <message>
        <source>a generator: up to five transposed convolutions whose channels end with 3</source>
        <translation>un générateur&#xa0;: jusqu’à cinq convolutions transposées dont les canaux finissent par 3</translation>
    </message>
    <message>
        <source>%1 with at most %2 numbers</source>
        <translation>%1 avec au plus&#xa0;%2 nombres</translation>
    </message>
    <message>
        <source>another shape</source>
        <translation>une autre forme</translation>
    </message>
    <message>
        <source>%1 of floating numbers</source>
        <translation>%1 de nombres à virgule flottante</translation>
    </message>
    <message>
        <source>%1 bytes of %2 from byte %3 on</source>
        <translation>%1 octets de&#xa0;%2 à partir de l’octet&#xa0;%3</translation>
    </message>
    <message>
        <source>a variable in several parts</source>
        <translation>une variable en plusieurs parties</translation>
    </message>
    <message>
        <source>%1 in a file of %2 bytes</source>
        <translation>%1 dans un fichier de&#xa0;%2 octets</translation>
    </message>
    <message>
        <source>%1 with its checksum</source>
        <translation>%1 avec sa somme de contrôle</translation>
    </message>
    <message>
        <source>damaged bytes</source>
        <translation>des octets endommagés</translation>
    </message>
    <message>
        <source>too small a file</source>
        <translation>un fichier trop petit</translation>
    </message>
    <message>
        <source>a slice of %1</source>
        <translation>une tranche de&#xa0;%1</translation>
    </message>
    <message>
        <source>one that does not fit its shape</source>
        <translation>une tranche qui ne correspond pas à sa forme</translation>
    </message>
    <message>
        <source>all numbers of %1</source>
        <translation>tous les nombres de&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 of %2 missing</source>
        <translation>%1 sur&#xa0;%2 manquent</translation>
    </message>
    <message>
        <source>Reading the checkpoint</source>
        <translation>Lecture du point de reprise</translation>
    </message>
    <message>
        <source>%1 of %2 pictures cannot be read and are left out.</source>
        <translation>%1 images sur&#xa0;%2 sont illisibles et laissées de côté.</translation>
    </message>
    <message>
        <source>at least two pictures</source>
        <translation>au moins deux images</translation>
    </message>
    <message>
        <source>fewer that can be read</source>
        <translation>moins de deux qui soient lisibles</translation>
    </message>
    <message>
        <source>a model that makes pictures</source>
        <translation>un modèle qui produit des images</translation>
    </message>
    <message>
        <source>codes alone</source>
        <translation>des codes seuls</translation>
    </message>
    <message>
        <source>A comparison needs a picture and a model.</source>
        <translation>Une comparaison demande une image et un modèle.</translation>
    </message>
    <message>
        <source>r %1 · SSIM %2</source>
        <translation>r&#xa0;%1 · SSIM&#xa0;%2</translation>
    </message>
    <message>
        <source>sharp %1 % · rank %2</source>
        <translation>netteté&#xa0;%1&#xa0;% · rang&#xa0;%2</translation>
    </message>
    <message>
        <source>Pixel correlation %1, SSIM %2, sharpness %3 % of the original&apos;s; its own original is number %4 of %5 by likeness</source>
        <translation>Corrélation des pixels&#xa0;%1, SSIM&#xa0;%2, netteté&#xa0;%3&#xa0;% de celle de l’original&#xa0;; son propre original est nº&#xa0;%4 sur&#xa0;%5 par ressemblance</translation>
    </message>
    <message>
        <source>pixel correlation %1</source>
        <translation>corrélation des pixels&#xa0;%1</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM&#xa0;%1</translation>
    </message>
    <message>
        <source>sharpness %1 %</source>
        <translation>netteté&#xa0;%1&#xa0;%</translation>
    </message>
    <message>
        <source>Pictures and what face models make of them</source>
        <translation>Images et ce que les modèles de visages en font</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Statistics need one or more codes of finite numbers.</source>
        <translation>Les statistiques demandent au moins un code de nombres finis.</translation>
    </message>
    <message>
        <source>There is no network of width %1 for pictures of %2 pixels and %3 latents.</source>
        <translation>Il n’y a pas de réseau de largeur&#xa0;%1 pour des images de&#xa0;%2&#xa0;pixels et&#xa0;%3&#xa0;latents.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>noyau</translation>
    </message>
    <message>
        <source>output</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>paramètres</translation>
    </message>
    <message>
        <source>then</source>
        <translation>puis</translation>
    </message>
    <message>
        <source>not known: trained elsewhere</source>
        <translation>inconnu&#xa0;: appris ailleurs</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>somme</translation>
    </message>
    <message>
        <source>%1 layers with %2 parameters</source>
        <translation>%1&#xa0;couches de&#xa0;%2&#xa0;paramètres</translation>
    </message>
    <message>
        <source>Layers of the network: %1 parameters in encoder and generator</source>
        <translation>Couches du réseau&#xa0;:&#xa0;%1&#xa0;paramètres, codeur et générateur</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Générateur</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Discriminateur</translation>
    </message>
    <message>
        <source>Kernel: its size / stride. Counted: weights, biases, scale and shift of batch normalisation (BN).</source>
        <translation>Noyau&#xa0;: taille / pas. Comptés&#xa0;: poids, biais, échelle et décalage de la normalisation par lots (BN).</translation>
    </message>
    <message>
        <source>linear path</source>
        <translation>voie linéaire</translation>
    </message>
    <message>
        <source>linear, log σ</source>
        <translation>linéaire, log&#xa0;σ</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>conv.</translation>
    </message>
    <message>
        <source>transposed conv</source>
        <translation>conv. transposée</translation>
    </message>
    <message>
        <source>linear, mean</source>
        <translation>linéaire, moyenne</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linéaire</translation>
    </message>
    <message>
        <source>%1: linear map from %2 to %3, then %4; %5 parameters</source>
        <translation>%1&#xa0;: application linéaire de&#xa0;%2 vers&#xa0;%3, puis&#xa0;%4&#xa0;;&#xa0;%5&#xa0;paramètres</translation>
    </message>
    <message>
        <source>%1: convolution %2 (kernel / stride) from %3 to %4, then %5; %6 parameters</source>
        <translation>%1&#xa0;: convolution&#xa0;%2 (noyau / pas) de&#xa0;%3 vers&#xa0;%4, puis&#xa0;%5&#xa0;;&#xa0;%6&#xa0;paramètres</translation>
    </message>
    <message>
        <source>%1: transposed convolution %2 (kernel / stride) from %3 to %4, then %5; %6 parameters</source>
        <translation>%1&#xa0;: convolution transposée&#xa0;%2 (noyau / pas) de&#xa0;%3 vers&#xa0;%4, puis&#xa0;%5&#xa0;;&#xa0;%6&#xa0;paramètres</translation>
    </message>
    <message>
        <source>identity %1 %</source>
        <translation>identité&#xa0;%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 %: %2 components</source>
        <translation>%1&#xa0;%&#xa0;:&#xa0;%2&#xa0;composantes</translation>
    </message>
    <message>
        <source>The first %1 components explain %2 % of the variance</source>
        <translation>Les&#xa0;%1&#xa0;premières composantes expliquent&#xa0;%2&#xa0;% de la variance</translation>
    </message>
    <message>
        <source>all %1: %2 %</source>
        <translation>toutes les&#xa0;%1&#xa0;:&#xa0;%2&#xa0;%</translation>
    </message>
    <message>
        <source>All %1 components explain %2 % of the variance of the training pictures</source>
        <translation>Les&#xa0;%1&#xa0;composantes expliquent ensemble&#xa0;%2&#xa0;% de la variance des images d’apprentissage</translation>
    </message>
    <message>
        <source>Eigenfaces: mean face and the first %1 of %2 components</source>
        <translation>Visages propres&#xa0;: visage moyen et&#xa0;%1 premières composantes sur&#xa0;%2</translation>
    </message>
    <message>
        <source>mean face</source>
        <translation>visage moyen</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1&#xa0;:&#xa0;%2&#xa0;%</translation>
    </message>
    <message>
        <source>The mean of the training pictures</source>
        <translation>La moyenne des images d’apprentissage</translation>
    </message>
    <message>
        <source>Component %1 explains %2 % of the variance; grey is no weight</source>
        <translation>La composante&#xa0;%1 explique&#xa0;%2&#xa0;% de la variance&#xa0;; le gris est un poids nul</translation>
    </message>
    <message>
        <source>Variance explained by the first components together (%)</source>
        <translation>Variance expliquée par l’ensemble des premières composantes (%)</translation>
    </message>
    <message>
        <source>Component %1: %2 % of the variance, %3 % together with those before</source>
        <translation>Composante&#xa0;%1&#xa0;:&#xa0;%2&#xa0;% de la variance,&#xa0;%3&#xa0;% avec les précédentes</translation>
    </message>
    <message>
        <source>components</source>
        <translation>composantes</translation>
    </message>
    <message>
        <source>About %1: %2 % of the values; standard normal: %3 %</source>
        <translation>Près de&#xa0;%1&#xa0;:&#xa0;%2&#xa0;% des valeurs&#xa0;; loi normale réduite&#xa0;:&#xa0;%3&#xa0;%</translation>
    </message>
    <message>
        <source>%1 codes, each latent in its deviations over the training</source>
        <translation>%1&#xa0;codes, chaque latent en écarts-types de l’apprentissage</translation>
    </message>
    <message>
        <source>mean %1, deviation %2, beyond ±%3 (saturated): %4 %</source>
        <translation>moyenne&#xa0;%1, écart-type&#xa0;%2, au-delà de ±%3 (saturé)&#xa0;:&#xa0;%4&#xa0;%</translation>
    </message>
    <message>
        <source>mean %1, deviation %2</source>
        <translation>moyenne&#xa0;%1, écart-type&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 codes of %2 latents: mean %3, standard deviation %4; %5 % of the values lie beyond ±%6, where tanh bends</source>
        <translation>%1&#xa0;codes de&#xa0;%2&#xa0;latents&#xa0;: moyenne&#xa0;%3, écart-type&#xa0;%4&#xa0;;&#xa0;%5&#xa0;% des valeurs sont au-delà de ±%6, où tanh s’infléchit</translation>
    </message>
    <message>
        <source>%1 codes of %2 latents: mean %3, standard deviation %4</source>
        <translation>%1&#xa0;codes de&#xa0;%2&#xa0;latents&#xa0;: moyenne&#xa0;%3, écart-type&#xa0;%4</translation>
    </message>
    <message>
        <source>%1 %: %2 latents</source>
        <translation>%1&#xa0;%&#xa0;:&#xa0;%2&#xa0;latents</translation>
    </message>
    <message>
        <source>%1 of %2 latents carry %3 % of the variance of the codes</source>
        <translation>%1&#xa0;latents sur&#xa0;%2 portent&#xa0;%3&#xa0;% de la variance des codes</translation>
    </message>
    <message>
        <source>Latent %1: mean %2, standard deviation %3, %4 % of the variance; in the code shown: %5</source>
        <translation>Latent&#xa0;%1&#xa0;: moyenne&#xa0;%2, écart-type&#xa0;%3,&#xa0;%4&#xa0;% de la variance&#xa0;; dans le code montré&#xa0;:&#xa0;%5</translation>
    </message>
    <message>
        <source>Latent %1: mean %2, standard deviation %3, %4 % of the variance</source>
        <translation>Latent&#xa0;%1&#xa0;: moyenne&#xa0;%2, écart-type&#xa0;%3,&#xa0;%4&#xa0;% de la variance</translation>
    </message>
    <message>
        <source>training variances: %1</source>
        <translation>variances d’apprentissage&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>standard normal: %1</source>
        <translation>loi normale réduite&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Length expected of the training pictures: %1</source>
        <translation>Longueur attendue des images d’apprentissage&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Length expected of %1 independent standard normal latents: %2</source>
        <translation>Longueur attendue de&#xa0;%1&#xa0;latents indépendants de loi normale réduite&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>code shown: %1</source>
        <translation>code montré&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Length of the code shown: %1; %2 % of the codes are shorter</source>
        <translation>Longueur du code montré&#xa0;:&#xa0;%1&#xa0;;&#xa0;%2&#xa0;% des codes sont plus courts</translation>
    </message>
    <message>
        <source>From %1 to %2: %3 codes</source>
        <translation>De&#xa0;%1 à&#xa0;%2&#xa0;:&#xa0;%3&#xa0;codes</translation>
    </message>
    <message>
        <source>Values of the latents (%)</source>
        <translation>Valeurs des latents (%)</translation>
    </message>
    <message>
        <source>all codes</source>
        <translation>tous les codes</translation>
    </message>
    <message>
        <source>standard normal</source>
        <translation>loi normale réduite</translation>
    </message>
    <message>
        <source>code shown</source>
        <translation>code montré</translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation>écarts-types</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>Mean and standard deviation of each latent</source>
        <translation>Moyenne et écart-type de chaque latent</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>écart-type</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>deviation in training</source>
        <translation>à l’apprentissage</translation>
    </message>
    <message>
        <source>rank of the latent by standard deviation</source>
        <translation>rang du latent par écart-type</translation>
    </message>
    <message>
        <source>Lengths of the codes</source>
        <translation>Longueurs des codes</translation>
    </message>
    <message>
        <source>%1 codes of length %2 ± %3</source>
        <translation>%1&#xa0;codes de longueur&#xa0;%2&#xa0;±&#xa0;%3</translation>
    </message>
    <message>
        <source>%1 codes: mean length %2, standard deviation of the lengths %3</source>
        <translation>%1&#xa0;codes&#xa0;: longueur moyenne&#xa0;%2, écart-type des longueurs&#xa0;%3</translation>
    </message>
    <message>
        <source>length</source>
        <translation>longueur</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>latents</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1&#xa0;M de paramètres</translation>
    </message>
    <message>
        <source>%1 latents: a linear map to the mean, through tanh. Training draws around it, with a spread that a second map of %2 parameters gives.</source>
        <translation>%1&#xa0;latents&#xa0;: une application linéaire donne la moyenne, à travers tanh. L’apprentissage tire autour d’elle, avec une dispersion que donne une seconde application de&#xa0;%2&#xa0;paramètres.</translation>
    </message>
    <message>
        <source>real or generated?</source>
        <translation>réelle ou générée&#xa0;?</translation>
    </message>
    <message>
        <source>in training only, %1 M parameters</source>
        <translation>pour l’apprentissage seul,&#xa0;%1&#xa0;M de paramètres</translation>
    </message>
    <message>
        <source>Network of %1 M parameters in encoder and generator</source>
        <translation>Réseau de&#xa0;%1&#xa0;M de paramètres, codeur et générateur</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>générée</translation>
    </message>
    <message>
        <source>Heights are pixels, widths are channels, to scale.</source>
        <translation>Hauteurs en pixels et largeurs en canaux, à l’échelle.</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Dernier&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Losses of the training over its steps</source>
        <translation>Pertes de l’apprentissage au fil de ses pas</translation>
    </message>
    <message>
        <source>squared error of pixels</source>
        <translation>erreur quadratique des pixels</translation>
    </message>
    <message>
        <source>1 − SSIM</source>
        <translation>1 − SSIM</translation>
    </message>
    <message>
        <source>KL divergence of codes</source>
        <translation>divergence KL des codes</translation>
    </message>
    <message>
        <source>against each other</source>
        <translation>l’un contre l’autre</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>générateur</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>discriminateur</translation>
    </message>
    <message>
        <source>a complete state of a training</source>
        <translation>un état complet d’un apprentissage</translation>
    </message>
    <message>
        <source>--meet %1: expected HOST or HOST:PORT, as in node17:29500.</source>
        <translation>--meet&#xa0;%1&#xa0;: attendu HÔTE ou HÔTE:PORT, comme node17:29500.</translation>
    </message>
    <message>
        <source>There is no process %1 among %2: they count from 0.</source>
        <translation>Il n’y a pas de processus&#xa0;%1 parmi&#xa0;%2&#xa0;: ils comptent à partir de 0.</translation>
    </message>
    <message>
        <source>Waiting for the other processes</source>
        <translation>Attente des autres processus</translation>
    </message>
    <message>
        <source>Several processes count epochs, not minutes.</source>
        <translation>Plusieurs processus comptent des époques, pas des minutes.</translation>
    </message>
    <message>
        <source>A batch of %1 pictures cannot be shared by %2 processes.</source>
        <translation>Un lot de&#xa0;%1 images ne peut être partagé par&#xa0;%2 processus.</translation>
    </message>
    <message>
        <source>To stop early, the model must be measured: say how often (--measure-every) and on how many pictures (--held-out).</source>
        <translation>Pour s’arrêter tôt, le modèle doit être mesuré&#xa0;: dites à quelle fréquence (--measure-every) et sur combien d’images (--held-out).</translation>
    </message>
    <message>
        <source>There is no CUDA device, or the installed LibTorch cannot use it; train on the processor (--device cpu).</source>
        <translation>Il n’y a pas de carte CUDA, ou le LibTorch installé ne sait pas s’en servir&#xa0;; entraînez sur le processeur (--device cpu).</translation>
    </message>
    <message>
        <source>Agreeing with the other processes</source>
        <translation>Accord avec les autres processus</translation>
    </message>
    <message>
        <source>The processes of this training were started with different options or pictures.</source>
        <translation>Les processus de cet apprentissage ont été lancés avec des options ou des images différentes.</translation>
    </message>
    <message>
        <source>No better score on the held-out pictures than %1: the stage ends here.</source>
        <translation>Pas de meilleure note que&#xa0;%1 sur les images mises de côté&#xa0;: l’étape s’arrête ici.</translation>
    </message>
    <message>
        <source>Pictures of codes with the contrast of training codes, or of codes as decoded. Scores and latents.tsv do not change.</source>
        <translation>Images de codes au contraste des codes d’apprentissage, ou de codes tels que décodés. Les scores et latents.tsv ne changent pas.</translation>
    </message>
    <message>
        <source>Where to train; cuda needs a LibTorch that was built with it.</source>
        <translation>Où entraîner&#xa0;; cuda demande un LibTorch construit avec.</translation>
    </message>
    <message>
        <source>Processes that train one model together, on one machine or several; each is started with the same options and a --rank.</source>
        <translation>Processus qui entraînent ensemble un modèle, sur une machine ou plusieurs&#xa0;; chacun est lancé avec les mêmes options et un --rank.</translation>
    </message>
    <message>
        <source>Which of these processes this is, from 0; process 0 measures and writes.</source>
        <translation>Lequel de ces processus est celui-ci, à partir de 0&#xa0;; le processus 0 mesure et écrit.</translation>
    </message>
    <message>
        <source>HOST:PORT where process 0 listens and the others call.</source>
        <translation>HÔTE:PORT où le processus 0 écoute et où les autres appellent.</translation>
    </message>
    <message>
        <source>End a stage after so many measurements without a better score (SSIM + sharpness / 10) and keep the best model; 0: never.</source>
        <translation>Terminer une étape après tant de mesures sans meilleure note (SSIM + netteté / 10) et garder le meilleur modèle&#xa0;; 0&#xa0;: jamais.</translation>
    </message>
    <message>
        <source>A PCA is made by one process: leave out --nodes.</source>
        <translation>Une PCA se fait en un processus&#xa0;: retirez --nodes.</translation>
    </message>
    <message>
        <source>pictures with values from 0 to 1 or from -1 to 1, or an attribute value_range that says theirs</source>
        <translation>des images de valeurs de 0 à 1 ou de -1 à 1, ou un attribut value_range qui dise les leurs</translation>
    </message>
    <message>
        <source>values from %1 to %2 and no such attribute</source>
        <translation>des valeurs de&#xa0;%1 à&#xa0;%2 et pas un tel attribut</translation>
    </message>
    <message>
        <source>Trying the program</source>
        <translation>Essai du programme</translation>
    </message>
    <message>
        <source>%1 does not say how long its codes are (it has no attribute latent_size); say it with --latent.</source>
        <translation>%1 ne dit pas combien de nombres ont ses codes (il n’a pas d’attribut latent_size)&#xa0;; dites-le avec --latent.</translation>
    </message>
    <message>
        <source>the same picture whenever the same code comes</source>
        <translation>la même image chaque fois que vient le même code</translation>
    </message>
    <message>
        <source>another one the second time</source>
        <translation>une autre la seconde fois</translation>
    </message>
    <message>
        <source>the encoder&apos;s joint layer of %1 inputs</source>
        <translation>la couche commune de l’encodeur, à&#xa0;%1 entrées</translation>
    </message>
    <message>
        <source>the head of the latents&apos; means (mu) of %1 inputs</source>
        <translation>la tête des moyennes des latents (mu), à&#xa0;%1 entrées</translation>
    </message>
    <message>
        <source>the generator&apos;s first layer of %1 inputs and %2 outputs</source>
        <translation>la première couche du générateur, à&#xa0;%1 entrées et&#xa0;%2 sorties</translation>
    </message>
    <message>
        <source>%1 of %2 that do: %3</source>
        <translation>%1 sur&#xa0;%2 qui le font&#xa0;:&#xa0;%3</translation>
    </message>
    <message>
        <source>batch normalisation of %1 channels for %2</source>
        <translation>une normalisation par lots de&#xa0;%1 canaux pour&#xa0;%2</translation>
    </message>
    <message>
        <source>two moving averages beside %1</source>
        <translation>deux moyennes mobiles à côté de&#xa0;%1</translation>
    </message>
    <message>
        <source>several: %1</source>
        <translation>plusieurs&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>the complaint &quot;%1&quot;</source>
        <translation>la plainte «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>values that are not finite numbers</source>
        <translation>des valeurs qui ne sont pas des nombres finis</translation>
    </message>
    <message>
        <source>a TorchScript program with a method forward</source>
        <translation>un programme TorchScript avec une méthode forward</translation>
    </message>
    <message>
        <source>1 x 3 x %2 x %2 numbers from forward() of 1 x %1</source>
        <translation>1 x 3 x&#xa0;%2 x&#xa0;%2 nombres de forward() pour 1 x&#xa0;%1</translation>
    </message>
    <message>
        <source>1 x 3 x S x S numbers from forward() of 1 x %1</source>
        <translation>1 x 3 x S x S nombres de forward() pour 1 x&#xa0;%1</translation>
    </message>
    <message>
        <source>1 x %1 numbers from encode() of 1 x 3 x %2 x %2</source>
        <translation>1 x&#xa0;%1 nombres de encode() pour 1 x 3 x&#xa0;%2 x&#xa0;%2</translation>
    </message>
    <message>
        <source>VAE-GAN models and programs need the module %1, which is neither beside the program in %2 nor in ../lib/fusiform. This build was made without LibTorch; PCA models work.</source>
        <translation>Les modèles VAE-GAN et les programmes ont besoin du module&#xa0;%1, qui n’est ni à côté du programme dans&#xa0;%2 ni dans ../lib/fusiform. Cette version a été construite sans LibTorch&#xa0;; les modèles d’ACP fonctionnent.</translation>
    </message>
    <message>
        <source>The face model %1 only generates: its program has no method encode, so it makes no codes of pictures.</source>
        <translation>Le modèle de visages&#xa0;%1 ne fait que générer&#xa0;: son programme n’a pas de méthode encode, il ne fait donc pas de codes d’images.</translation>
    </message>
    <message>
        <source>the list of the programs that you trust</source>
        <translation>la liste des programmes auxquels vous faites confiance</translation>
    </message>
    <message>
        <source>a TorchScript program (a zip archive with code)</source>
        <translation>un programme TorchScript (une archive zip avec du code)</translation>
    </message>
    <message>
        <source>an archive without its end</source>
        <translation>une archive sans sa fin</translation>
    </message>
    <message>
        <source>an archive with a damaged end</source>
        <translation>une archive à la fin endommagée</translation>
    </message>
    <message>
        <source>a pickle, as torch.save writes weights</source>
        <translation>un pickle, comme torch.save écrit des poids</translation>
    </message>
    <message>
        <source>a damaged list of files</source>
        <translation>une liste de fichiers endommagée</translation>
    </message>
    <message>
        <source>weights without code, as torch.save writes them; as safetensors they can be imported</source>
        <translation>des poids sans code, comme torch.save les écrit&#xa0;; en safetensors, ils peuvent être importés</translation>
    </message>
    <message>
        <source>%1 is a face model of this program already: use it as it is, wherever a model is asked for.</source>
        <translation>%1 est déjà un modèle de visages de ce programme&#xa0;: utilisez-le tel quel, partout où un modèle est demandé.</translation>
    </message>
    <message>
        <source>layers of the published network, whose first convolution has %1 channels</source>
        <translation>les couches du réseau publié, dont la première convolution a&#xa0;%1 canaux</translation>
    </message>
    <message>
        <source>TensorFlow&apos;s checkpoint: the .index of version 2 (or its name without ending), or the file of version 1; weights of TensorFlow or PyTorch as .safetensors; or a TorchScript program (.pt).</source>
        <translation>Le point de reprise de TensorFlow&#xa0;: l’.index de la version 2 (ou son nom sans extension), ou le fichier de la version 1&#xa0;; des poids de TensorFlow ou de PyTorch en .safetensors&#xa0;; ou un programme TorchScript (.pt).</translation>
    </message>
    <message>
        <source>The model file to write; programs stay where they are.</source>
        <translation>Le fichier du modèle à écrire&#xa0;; les programmes restent où ils sont.</translation>
    </message>
    <message>
        <source>The model&apos;s name; without it &quot;published&quot;, or the name of a program&apos;s file.</source>
        <translation>Le nom du modèle&#xa0;; sans lui «&#xa0;published&#xa0;», ou le nom du fichier d’un programme.</translation>
    </message>
    <message>
        <source>Run the program, now and whenever it is used as a model. It can do all that you can.</source>
        <translation>Exécuter le programme, maintenant et chaque fois qu’il sert de modèle. Il peut tout ce que vous pouvez.</translation>
    </message>
    <message>
        <source>How long a program&apos;s codes are; 0: what it says itself.</source>
        <translation>Combien de nombres ont les codes d’un programme&#xa0;; 0&#xa0;: ce qu’il dit lui-même.</translation>
    </message>
    <message>
        <source>--trust and --latent are for TorchScript programs (.pt).</source>
        <translation>--trust et --latent sont pour les programmes TorchScript (.pt).</translation>
    </message>
    <message>
        <source>--out is missing: the model file to write.</source>
        <translation>--out manque&#xa0;: le fichier du modèle à écrire.</translation>
    </message>
    <message>
        <source>--out is for weights: a program is used where it is, by the name of its file.</source>
        <translation>--out sert aux poids&#xa0;: un programme est utilisé là où il est, par le nom de son fichier.</translation>
    </message>
    <message>
        <source>Makes a face model of the published network&apos;s weights, or of a generator that is a program.</source>
        <translation>Fait un modèle de visages des poids du réseau publié, ou d’un générateur qui est un programme.</translation>
    </message>
    <message>
        <source>There is no folder for settings: HOME is not set.</source>
        <translation>Il n’y a pas de dossier pour les réglages&#xa0;: HOME n’est pas défini.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pictures are not listed in it, and %4 of its %5 rows are of pictures that are not here.</source>
        <translation>%1&#xa0;:&#xa0;%2 images sur&#xa0;%3 n’y figurent pas, et&#xa0;%4 de ses&#xa0;%5 lignes concernent des images absentes.</translation>
    </message>
    <message>
        <source>numbers for the eyes of %1</source>
        <translation>des nombres pour les yeux de&#xa0;%1</translation>
    </message>
    <message>
        <source>the places of its eyes in %1</source>
        <translation>les positions de ses yeux dans&#xa0;%1</translation>
    </message>
    <message>
        <source>both at one place</source>
        <translation>les deux au même endroit</translation>
    </message>
    <message>
        <source>the left one to the right of the other</source>
        <translation>celui de gauche à droite de l’autre</translation>
    </message>
    <message>
        <source>eyes inside its %1 x %2 pixels</source>
        <translation>des yeux à l’intérieur de ses&#xa0;%1 x&#xa0;%2 pixels</translation>
    </message>
    <message>
        <source>one at (%1, %2)</source>
        <translation>un œil en (%1,&#xa0;%2)</translation>
    </message>
    <message>
        <source>a picture that can be read</source>
        <translation>une image lisible</translation>
    </message>
    <message>
        <source>every picture once</source>
        <translation>chaque image une seule fois</translation>
    </message>
    <message>
        <source>%1 again in line %2</source>
        <translation>%1 de nouveau à la ligne&#xa0;%2</translation>
    </message>
    <message>
        <source>names of columns that differ</source>
        <translation>des noms de colonnes différents</translation>
    </message>
    <message>
        <source>%1 twice</source>
        <translation>%1 deux fois</translation>
    </message>
    <message>
        <source>a column of pictures, others, and rows</source>
        <translation>une colonne d’images, d’autres colonnes, et des lignes</translation>
    </message>
    <message>
        <source>the name of a JPEG or PNG picture and %1 values in line %2</source>
        <translation>le nom d’une image JPEG ou PNG et&#xa0;%1 valeurs à la ligne&#xa0;%2</translation>
    </message>
    <message>
        <source>another number of them</source>
        <translation>un autre nombre de valeurs</translation>
    </message>
    <message>
        <source>the number of pictures in the first line, as CelebA&apos;s lists have it, or a table (.tsv)</source>
        <translation>le nombre d’images dans la première ligne, comme dans les listes de CelebA, ou un tableau (.tsv)</translation>
    </message>
    <message>
        <source>an empty line</source>
        <translation>une ligne vide</translation>
    </message>
    <message>
        <source>names of columns, and rows of pictures</source>
        <translation>des noms de colonnes, et des lignes d’images</translation>
    </message>
    <message>
        <source>a column %1</source>
        <translation>une colonne&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 bytes for %2 x %3 pixels</source>
        <translation>%1 octets pour&#xa0;%2 x&#xa0;%3 pixels</translation>
    </message>
    <message>
        <source>%1 has none of the attributes %2; it has %3.</source>
        <translation>%1 n’a aucun des attributs&#xa0;%2&#xa0;; il a&#xa0;%3.</translation>
    </message>
    <message>
        <source>%1 of %2 attributes are not in %3: %4.</source>
        <translation>%1 attributs sur&#xa0;%2 ne figurent pas dans&#xa0;%3&#xa0;:&#xa0;%4.</translation>
    </message>
    <message>
        <source>Only the attribute of this name; may be given more than once.</source>
        <translation>Seulement l’attribut de ce nom&#xa0;; peut être donné plusieurs fois.</translation>
    </message>
    <message>
        <source>Where the eyes of the pictures are: CelebA&apos;s list of landmarks, or a table (.tsv) with picture, left_x, left_y, right_x and right_y. Faces are then put in place by their eyes instead of cropped at the centre.</source>
        <translation>Où sont les yeux des images&#xa0;: la liste de repères de CelebA, ou un tableau (.tsv) avec picture, left_x, left_y, right_x et right_y. Les visages sont alors placés d’après leurs yeux au lieu d’être recadrés au centre.</translation>
    </message>
    <message>
        <source>The model %1 learned from pictures cropped at the centre; these are put in place by their eyes.</source>
        <translation>Le modèle&#xa0;%1 a appris sur des images recadrées au centre&#xa0;; celles-ci sont placées d’après les yeux.</translation>
    </message>
    <message>
        <source>The model %1 learned from faces put in place by their eyes; these pictures are cropped at the centre.</source>
        <translation>Le modèle&#xa0;%1 a appris sur des visages placés d’après leurs yeux&#xa0;; ces images sont recadrées au centre.</translation>
    </message>
    <message>
        <source>%1 of %2 attributes are known of too few pictures to tell how well codes tell them.</source>
        <translation>%1 attributs sur&#xa0;%2 sont connus de trop peu d’images pour dire à quel point les codes les distinguent.</translation>
    </message>
    <message>
        <source>The pictures are more than memory should hold: they are kept in %1 while the training lasts.</source>
        <translation>Les images sont plus que la mémoire ne devrait contenir&#xa0;: elles sont gardées dans&#xa0;%1 pendant l’apprentissage.</translation>
    </message>
    <message>
        <source>%1: no temporary file can be written there: %2.</source>
        <translation>%1&#xa0;: aucun fichier temporaire ne peut y être écrit&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>A temporary file was made for %1 bytes and no more.</source>
        <translation>Un fichier temporaire a été créé pour&#xa0;%1 octets, pas davantage.</translation>
    </message>
    <message>
        <source>the attributes of %1</source>
        <translation>les attributs de&#xa0;%1</translation>
    </message>
    <message>
        <source>Folder of pictures that the model has not seen.</source>
        <translation>Dossier d’images que le modèle n’a pas vues.</translation>
    </message>
    <message>
        <source>What the pictures show: CelebA&apos;s list, or a table (.tsv); may be given more than once. Needs --learn.</source>
        <translation>Ce que montrent les images&#xa0;: la liste de CelebA, ou un tableau (.tsv)&#xa0;; peut être répété. Demande --learn.</translation>
    </message>
    <message>
        <source>Folder of pictures from whose codes attributes are learned, before they are told from those of --images.</source>
        <translation>Dossier d’images sur les codes desquelles les attributs sont appris, avant d’être lus dans ceux de --images.</translation>
    </message>
    <message>
        <source>A table (.tsv) of every picture&apos;s figures to write.</source>
        <translation>Un tableau (.tsv) des mesures de chaque image, à écrire.</translation>
    </message>
    <message>
        <source>Folder for pictures of reconstructions and random faces.</source>
        <translation>Dossier pour des images de reconstructions et de visages tirés au hasard.</translation>
    </message>
    <message>
        <source>Which random faces.</source>
        <translation>Quels visages tirer au hasard.</translation>
    </message>
    <message>
        <source>To tell attributes, say both --attributes and --learn.</source>
        <translation>Pour lire des attributs, indiquez --attributes et --learn.</translation>
    </message>
    <message>
        <source>%1 is a TorchScript program, and a program can do all that you can: read, change and send your files. It runs only if you trust it. If you know who made it, say fusiform-cli import-checkpoint &quot;%1&quot; --trust. Its SHA-256 is %2.</source>
        <translation>%1 est un programme TorchScript, et un programme peut tout ce que vous pouvez&#xa0;: lire, changer et envoyer vos fichiers. Il n’est exécuté que si vous lui faites confiance. Si vous connaissez son auteur, dites fusiform-cli import-checkpoint &quot;%1&quot; --trust. Son SHA-256 est&#xa0;%2.</translation>
    </message>
    <message>
        <source>Measures how near a face model comes to pictures it has not seen.</source>
        <translation>Mesure à quel point un modèle de visages approche des images qu’il n’a pas vues.</translation>
    </message>
    <message>
        <source>%1 labels for %2 pictures and %3 attributes.</source>
        <translation>%1 étiquettes pour&#xa0;%2 images et&#xa0;%3 attributs.</translation>
    </message>
    <message>
        <source>--recipe attribute_weight=... needs a list of what the pictures show (--attributes).</source>
        <translation>--recipe attribute_weight=... demande une liste de ce que montrent les images (--attributes).</translation>
    </message>
    <message>
        <source>No voxel is left of %1.</source>
        <translation>Il ne reste aucun voxel de&#xa0;%1.</translation>
    </message>
    <message>
        <source>a number in every voxel of a mask, or a threshold that voxels have to reach (--threshold)</source>
        <translation>un nombre dans chaque voxel d’un masque, ou un seuil que les voxels doivent atteindre (--threshold)</translation>
    </message>
    <message>
        <source>%1 voxels without a number</source>
        <translation>%1 voxels sans nombre</translation>
    </message>
    <message>
        <source>0 and 1, as masks have, or a threshold that voxels have to reach (--threshold)</source>
        <translation>0 et 1, comme les masques, ou un seuil que les voxels doivent atteindre (--threshold)</translation>
    </message>
    <message>
        <source>%1 has several values, as a label image: every voxel that is not 0 is taken. region make --atlas takes its labels apart.</source>
        <translation>%1 a plusieurs valeurs, comme une image d’étiquettes&#xa0;: tout voxel qui n’est pas 0 est pris. region make --atlas sépare ses étiquettes.</translation>
    </message>
    <message>
        <source>points in scanner coordinates (vox2ras=scanner), or a surface of the subject that tells its volume (--surface)</source>
        <translation>des points en coordonnées du scanner (vox2ras=scanner), ou une surface du sujet qui dit son volume (--surface)</translation>
    </message>
    <message>
        <source>points in the coordinates of FreeSurfer&apos;s surfaces</source>
        <translation>des points dans les coordonnées des surfaces de FreeSurfer</translation>
    </message>
    <message>
        <source>points inside the mask of the fit</source>
        <translation>des points dans le masque de l’ajustement</translation>
    </message>
    <message>
        <source>one region; region make --atlas makes masks of several</source>
        <translation>une seule région&#xa0;; region make --atlas fait des masques de plusieurs</translation>
    </message>
    <message>
        <source>an image of one volume</source>
        <translation>une image d’un seul volume</translation>
    </message>
    <message>
        <source>a mask with voxels</source>
        <translation>un masque avec des voxels</translation>
    </message>
    <message>
        <source>a mask that fills voxels of the other grid</source>
        <translation>un masque qui remplit des voxels de l’autre grille</translation>
    </message>
    <message>
        <source>none of them: it may lie elsewhere or be too small</source>
        <translation>aucun&#xa0;: il est peut-être ailleurs, ou trop petit</translation>
    </message>
    <message>
        <source>%1 lies on another grid: its %2 voxels (%3 mm³) became %4 (%5 mm³).</source>
        <translation>%1 est sur une autre grille&#xa0;: ses&#xa0;%2 voxels (%3 mm³) sont devenus&#xa0;%4 (%5 mm³).</translation>
    </message>
    <message>
        <source>An expression of regions has at most %1 characters; this one has %2.</source>
        <translation>Une expression de régions a au plus&#xa0;%1 caractères&#xa0;; celle-ci en a&#xa0;%2.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: expected + - &amp; ^ or the end; found %2.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: attendu + - &amp; ^ ou la fin&#xa0;; trouvé&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: at most %2 parentheses and ! may stand within each other.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: au plus&#xa0;%2 parenthèses et&#xa0;! peuvent être l’un dans l’autre.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: expected + - &amp; ^ or ); found its end.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: attendu + - &amp; ^ ou )&#xa0;; trouvé&#xa0;: sa fin.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: expected + - &amp; ^ or ); found %2.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: attendu + - &amp; ^ ou )&#xa0;; trouvé&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: there is no region called %2. There are: %3. A name with blanks or signs stands in quotes.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: il n’y a pas de région nommée&#xa0;%2. Il y a&#xa0;:&#xa0;%3. Un nom avec espaces ou signes est entre guillemets.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: the quote is not closed.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: le guillemet n’est pas fermé.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: expected the name of a region, ! or (; found its end.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: attendu le nom d’une région,&#xa0;! ou (&#xa0;; trouvé&#xa0;: sa fin.</translation>
    </message>
    <message>
        <source>Character %1 of the expression: expected the name of a region, ! or (; found %2.</source>
        <translation>Caractère&#xa0;%1 de l’expression&#xa0;: attendu le nom d’une région,&#xa0;! ou (&#xa0;; trouvé&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>Measuring distances</source>
        <translation>Mesure des distances</translation>
    </message>
    <message>
        <source>Bringing a mask to another grid</source>
        <translation>Passage d’un masque sur une autre grille</translation>
    </message>
    <message>
        <source>%1 lies on another grid: its values are interpolated linearly at the voxels of the fit.</source>
        <translation>%1 est sur une autre grille&#xa0;: ses valeurs sont interpolées linéairement aux voxels de l’ajustement.</translation>
    </message>
    <message>
        <source>Interpolating a map</source>
        <translation>Interpolation d’une carte</translation>
    </message>
    <message>
        <source>--mask takes NAME=FILE; found %1.</source>
        <translation>--mask prend NOM=FICHIER&#xa0;; trouvé&#xa0;:&#xa0;%1.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 voxels lie outside the mask of the fit and are left out.</source>
        <translation>%1&#xa0;:&#xa0;%2 de&#xa0;%3 voxels sont hors du masque de l’ajustement et sont laissés de côté.</translation>
    </message>
    <message>
        <source>Two regions are called %1: give the mask another name.</source>
        <translation>Deux régions s’appellent&#xa0;%1&#xa0;: donnez un autre nom au masque.</translation>
    </message>
    <message>
        <source>--out %1: the name ends in .nii or .nii.gz for a mask, in .label or .label.gii for labels of a surface.</source>
        <translation>--out&#xa0;%1&#xa0;: le nom finit par .nii ou .nii.gz pour un masque, par .label ou .label.gii pour les étiquettes d’une surface.</translation>
    </message>
    <message>
        <source>--surface is of labels: the name of --out ends in .label or .label.gii then.</source>
        <translation>--surface est pour les étiquettes&#xa0;: le nom de --out finit alors par .label ou .label.gii.</translation>
    </message>
    <message>
        <source>Labels of a surface need it: give --surface once.</source>
        <translation>Les étiquettes d’une surface la demandent&#xa0;: donnez --surface une fois.</translation>
    </message>
    <message>
        <source>--like is of masks: the name of --out ends in .nii or .nii.gz then.</source>
        <translation>--like est pour les masques&#xa0;: le nom de --out finit alors par .nii ou .nii.gz.</translation>
    </message>
    <message>
        <source>an image of which voxels lie in the region</source>
        <translation>une image dont des voxels sont dans la région</translation>
    </message>
    <message>
        <source>a surface with vertices in the region</source>
        <translation>une surface avec des sommets dans la région</translation>
    </message>
    <message>
        <source>t.nii.gz, as localizer and contrast write it</source>
        <translation>t.nii.gz, comme localizer et contrast l’écrivent</translation>
    </message>
    <message>
        <source>%1 is a localizer of %2; the fit is of %3.</source>
        <translation>%1 est une localisation de&#xa0;%2&#xa0;; l’ajustement est de&#xa0;%3.</translation>
    </message>
    <message>
        <source>Give --surface once, and --pial only with it.</source>
        <translation>Donnez --surface une fois, et --pial seulement avec elle.</translation>
    </message>
    <message>
        <source>--map %1: there is no such file; t and gain are maps of the fit.</source>
        <translation>--map&#xa0;%1&#xa0;: ce fichier n’existe pas&#xa0;; t et gain sont des cartes de l’ajustement.</translation>
    </message>
    <message>
        <source>--like t1: the fit has no T1 image; name an image.</source>
        <translation>--like t1&#xa0;: l’ajustement n’a pas d’image T1&#xa0;; nommez une image.</translation>
    </message>
    <message>
        <source>--sphere needs --radius.</source>
        <translation>--sphere demande --radius.</translation>
    </message>
    <message>
        <source>--map needs --above or --below, or both.</source>
        <translation>--map demande --above ou --below, ou les deux.</translation>
    </message>
    <message>
        <source>--flood needs either --above or --below, or --tolerance.</source>
        <translation>--flood demande soit --above ou --below, soit --tolerance.</translation>
    </message>
    <message>
        <source>--flood %1 lies outside the mask of the fit.</source>
        <translation>--flood&#xa0;%1 est hors du masque de l’ajustement.</translation>
    </message>
    <message>
        <source>--flood %1 fills nothing: the value of %2 there is %3.</source>
        <translation>--flood&#xa0;%1 ne remplit rien&#xa0;: la valeur de&#xa0;%2 y est&#xa0;%3.</translation>
    </message>
    <message>
        <source>Say what regions to make by one of --atlas, --thirds, --sphere, --box, --criterion, --map and --flood.</source>
        <translation>Dites quelles régions faire par une seule des options --atlas, --thirds, --sphere, --box, --criterion, --map et --flood.</translation>
    </message>
    <message>
        <source>--radius is of --sphere.</source>
        <translation>--radius va avec --sphere.</translation>
    </message>
    <message>
        <source>--tolerance is of --flood.</source>
        <translation>--tolerance va avec --flood.</translation>
    </message>
    <message>
        <source>--above and --below are of --map and --flood.</source>
        <translation>--above et --below vont avec --map et --flood.</translation>
    </message>
    <message>
        <source>No value is greater than --above %1 and less than --below %2.</source>
        <translation>Aucune valeur n’est plus grande que --above&#xa0;%1 et plus petite que --below&#xa0;%2.</translation>
    </message>
    <message>
        <source>No voxel of the fit&apos;s mask is in this region: %1.</source>
        <translation>Aucun voxel du masque de l’ajustement n’est dans cette région&#xa0;:&#xa0;%1.</translation>
    </message>
    <message>
        <source>--name is that of one region; there are %1.</source>
        <translation>--name est le nom d’une seule région&#xa0;; il y en a&#xa0;%1.</translation>
    </message>
    <message>
        <source>--out %1 is the name of one mask, and there are %2 regions: give the name of a folder.</source>
        <translation>--out&#xa0;%1 est le nom d’un seul masque, et il y a&#xa0;%2 régions&#xa0;: donnez le nom d’un dossier.</translation>
    </message>
    <message>
        <source>--out %1: the name of a mask ends in .nii or .nii.gz.</source>
        <translation>--out&#xa0;%1&#xa0;: le nom d’un masque finit par .nii ou .nii.gz.</translation>
    </message>
    <message>
        <source>--%1 is of region %2, not of region %3.</source>
        <translation>--%1 est de region&#xa0;%2, non de region&#xa0;%3.</translation>
    </message>
    <message>
        <source>A sphere round RAS millimetres x,y,z; with --radius.</source>
        <translation>Une sphère autour des millimètres RAS x,y,z&#xa0;; avec --radius.</translation>
    </message>
    <message>
        <source>Of the sphere.</source>
        <translation>De la sphère.</translation>
    </message>
    <message>
        <source>A box between two opposite corners in RAS millimetres: x,y,z,x,y,z.</source>
        <translation>Une boîte entre deux coins opposés en millimètres RAS&#xa0;: x,y,z,x,y,z.</translation>
    </message>
    <message>
        <source>The voxels above a t (of faces against fixation) and a gain in explained variance: T,GAIN.</source>
        <translation>Les voxels au-dessus d’un t (des visages contre la fixation) et d’un gain de variance expliquée&#xa0;: T,GAIN.</translation>
    </message>
    <message>
        <source>The voxels connected with RAS millimetres x,y,z whose value in the map lies above --above and below --below, or within --tolerance of the value there.</source>
        <translation>Les voxels reliés aux millimètres RAS x,y,z dont la valeur dans la carte est au-dessus de --above et au-dessous de --below, ou à --tolerance près de la valeur de ce lieu.</translation>
    </message>
    <message>
        <source>Of --map and --flood: values greater than this.</source>
        <translation>De --map et --flood&#xa0;: les valeurs plus grandes que ceci.</translation>
    </message>
    <message>
        <source>Of --flood: how far values may be from that of the first voxel.</source>
        <translation>De --flood&#xa0;: de combien les valeurs peuvent s’écarter de celle du premier voxel.</translation>
    </message>
    <message>
        <source>NAME=FILE: a mask that the expression may name; may be given more than once.</source>
        <translation>NOM=FICHIER&#xa0;: un masque que l’expression peut nommer&#xa0;; peut être donné plusieurs fois.</translation>
    </message>
    <message>
        <source>Mirror the result about x = 0 mm. This comes first, then what the next options say, in their order.</source>
        <translation>Refléter le résultat par rapport à x = 0 mm. Cela vient d’abord, puis ce que disent les options suivantes, dans leur ordre.</translation>
    </message>
    <message>
        <source>Take away what lies within this of a voxel outside.</source>
        <translation>Enlever ce qui est à cette distance au plus d’un voxel du dehors.</translation>
    </message>
    <message>
        <source>Add the voxels of the brain mask within this of a member.</source>
        <translation>Ajouter les voxels du masque du cerveau à cette distance au plus d’un membre.</translation>
    </message>
    <message>
        <source>Fill holes.</source>
        <translation>Remplir les trous.</translation>
    </message>
    <message>
        <source>Drop connected pieces of fewer voxels.</source>
        <translation>Enlever les morceaux connexes de moins de voxels.</translation>
    </message>
    <message>
        <source>Keep the largest connected piece.</source>
        <translation>Garder le plus grand morceau connexe.</translation>
    </message>
    <message>
        <source>For masks that are not 0 and 1: what voxels have to reach.</source>
        <translation>Pour les masques qui ne sont pas 0 et 1&#xa0;: ce que les voxels doivent atteindre.</translation>
    </message>
    <message>
        <source>Masks on another grid: voxels of which a share lies in the mask, or whose centre does.</source>
        <translation>Masques sur une autre grille&#xa0;: les voxels dont une part est dans le masque, ou dont le centre l’est.</translation>
    </message>
    <message>
        <source>That share.</source>
        <translation>Cette part.</translation>
    </message>
    <message>
        <source>Whether masks on another grid than that of the fit are resampled or refused.</source>
        <translation>Si les masques sur une autre grille que celle de l’ajustement sont rééchantillonnés ou refusés.</translation>
    </message>
    <message>
        <source>An image whose grid is wanted, or t1: the fit&apos;s T1 image; default: the grid of the fit.</source>
        <translation>Une image dont on veut la grille, ou t1&#xa0;: l’image T1 de l’ajustement&#xa0;; par défaut la grille de l’ajustement.</translation>
    </message>
    <message>
        <source>make: a region or regions of an atlas; combine: set algebra; resample: a mask on another grid; measure: size, place and peak; export: a mask or labels of a surface.</source>
        <translation>make&#xa0;: une région, ou les régions d’un atlas&#xa0;; combine&#xa0;: algèbre des ensembles&#xa0;; resample&#xa0;: un masque sur une autre grille&#xa0;; measure&#xa0;: taille, lieu et pic&#xa0;; export&#xa0;: un masque ou des étiquettes d’une surface.</translation>
    </message>
    <message>
        <source>Not of make. A region of the fit by name, or a file: a mask or labels of a surface. For combine an expression of names: + union, - difference, &amp; intersection, ^ exclusive or, ! complement; ! binds most, then &amp;; names with blanks in quotes.</source>
        <translation>Pas pour make. Une région de l’ajustement par son nom, ou un fichier&#xa0;: un masque ou des étiquettes d’une surface. Pour combine une expression de noms&#xa0;: + réunion, - différence, &amp; intersection, ^ ou exclusif,&#xa0;! complément&#xa0;;&#xa0;! lie le plus, puis &amp;&#xa0;; les noms avec espaces entre guillemets.</translation>
    </message>
    <message>
        <source>A map: t, gain, an image, or a folder of localizer or contrast. make: regions by its values; measure: its peak; default: t.</source>
        <translation>Une carte&#xa0;: t, gain, une image, ou un dossier de localizer ou de contrast. make&#xa0;: des régions par ses valeurs&#xa0;; measure&#xa0;: son pic&#xa0;; par défaut t.</translation>
    </message>
    <message>
        <source>Voxels are connected by faces (6), also by edges (18), also by corners (26).</source>
        <translation>Les voxels sont reliés par des faces (6), aussi par des arêtes (18), aussi par des coins (26).</translation>
    </message>
    <message>
        <source>The white surface of labels, or the only one, for each --atlas; default: looked for in ../surf and beside the labels. For export the surface whose vertices are labelled.</source>
        <translation>La surface blanche des étiquettes, ou la seule, pour chaque --atlas&#xa0;; par défaut cherchée dans ../surf et à côté des étiquettes. Pour export la surface dont les sommets sont étiquetés.</translation>
    </message>
    <message>
        <source>Face model whose regions are meant; default: the first.</source>
        <translation>Modèle de visages dont on veut les régions&#xa0;; par défaut le premier.</translation>
    </message>
    <message>
        <source>The name of the region that is made.</source>
        <translation>Le nom de la région qui est faite.</translation>
    </message>
    <message>
        <source>What to write: a mask (.nii, .nii.gz); for make also a folder of masks; for export also .label or .label.gii.</source>
        <translation>Ce qu’il faut écrire&#xa0;: un masque (.nii, .nii.gz)&#xa0;; pour make aussi un dossier de masques&#xa0;; pour export aussi .label ou .label.gii.</translation>
    </message>
    <message>
        <source>Replace what exists.</source>
        <translation>Remplacer ce qui existe.</translation>
    </message>
    <message>
        <source>There is no action %1.</source>
        <translation>Il n’y a pas d’action&#xa0;%1.</translation>
    </message>
    <message>
        <source>region %1 needs a region after the fit: a name, a file, or for combine an expression.</source>
        <translation>region&#xa0;%1 demande une région après l’ajustement&#xa0;: un nom, un fichier, ou pour combine une expression.</translation>
    </message>
    <message>
        <source>region %1 takes nothing after the fit; found %2.</source>
        <translation>region&#xa0;%1 ne prend rien après l’ajustement&#xa0;; trouvé&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>Makes, combines, measures and exports regions on the grid of a fit.</source>
        <translation>Fait, combine, mesure et exporte des régions sur la grille d’un ajustement.</translation>
    </message>
    <message>
        <source>A region of the fit (selected, occipital, temporal, frontoparietal), or a mask or label file; a mask on another grid is resampled with a word about it.</source>
        <translation>Une région de l’ajustement (selected, occipital, temporal, frontoparietal), ou un fichier de masque ou de label&#xa0;; un masque sur une autre grille est rééchantillonné, avec un mot à ce sujet.</translation>
    </message>
    <message>
        <source>Reading the kept scans</source>
        <translation>Lecture des images conservées</translation>
    </message>
    <message>
        <source>numbers of the type %1</source>
        <translation>des nombres du type&#xa0;%1</translation>
    </message>
    <message>
        <source>an array called %1</source>
        <translation>un tableau nommé&#xa0;%1</translation>
    </message>
    <message>
        <source>This decoder needs the noise of the scans, and the fit kept no series of them: fit again with --series keep.</source>
        <translation>Ce décodeur a besoin du bruit des images, et l’ajustement n’en a conservé aucune série&#xa0;: refaites-le avec --series keep.</translation>
    </message>
    <message>
        <source>Plain inverse</source>
        <translation>Inverse simple</translation>
    </message>
    <message>
        <source>The paper&apos;s Eq. 3: least squares. Unstable where voxels are about as many as latents.</source>
        <translation>Éq. 3 de l’article&#xa0;: moindres carrés. Instable quand il y a à peu près autant de voxels que de latents.</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>Least squares that holds codes small; D is 1, and 0 for the bias. λ counts relative to the mean diagonal of W Wᵀ.</source>
        <translation>Moindres carrés qui gardent les codes petits&#xa0;; D vaut 1, et 0 pour le biais. λ se compte par rapport à la diagonale moyenne de W Wᵀ.</translation>
    </message>
    <message>
        <source>Whitened noise</source>
        <translation>Bruit blanchi</translation>
    </message>
    <message>
        <source>Generalised least squares: Σ is the noise between voxels, from what the model leaves of the scans, shrunk. Noisy voxels and noise that voxels share count less.</source>
        <translation>Moindres carrés généralisés&#xa0;: Σ est le bruit entre voxels, d’après ce que le modèle laisse des images, rétréci. Les voxels bruités et le bruit partagé comptent moins.</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>Bayésien</translation>
    </message>
    <message>
        <source>The most probable code: P is how the codes of the training faces vary together, s how far the noise of a scan reaches into a pattern and into W. Nothing is left to choose.</source>
        <translation>Le code le plus probable&#xa0;: P dit comment les codes des visages d’apprentissage varient ensemble, s jusqu’où le bruit d’une image passe dans une réponse et dans W. Il n’y a rien à choisir.</translation>
    </message>
    <message>
        <source>Noise ceiling</source>
        <translation>Plafond de bruit</translation>
    </message>
    <message>
        <source>Each voxel counts by Q, its noise ceiling over its noise variance. Ceilings come from repeated exploration faces, never from confirmation faces.</source>
        <translation>Chaque voxel compte par Q, son plafond de bruit divisé par la variance de son bruit. Les plafonds viennent de visages d’exploration répétés, jamais de visages de confirmation.</translation>
    </message>
    <message>
        <source>There is no decoder called %1; there are %2.</source>
        <translation>Il n’y a pas de décodeur nommé&#xa0;%1&#xa0;; il y a&#xa0;%2.</translation>
    </message>
    <message>
        <source>folds of training faces</source>
        <translation>des plis de visages d’apprentissage</translation>
    </message>
    <message>
        <source>voxels outside the grid</source>
        <translation>des voxels hors de la grille</translation>
    </message>
    <message>
        <source>fewer than two, or voxels out of order</source>
        <translation>moins de deux, ou des voxels en désordre</translation>
    </message>
    <message>
        <source>Estimating the noise between voxels</source>
        <translation>Estimation du bruit entre voxels</translation>
    </message>
    <message>
        <source>The decoder %1 needs the noise of the scans, which the fit does not have.</source>
        <translation>Le décodeur&#xa0;%1 a besoin du bruit des images, que l’ajustement n’a pas.</translation>
    </message>
    <message>
        <source>There is no noise ceiling: fewer than two exploration faces were shown twice.</source>
        <translation>Il n’y a pas de plafond de bruit&#xa0;: moins de deux visages d’exploration ont été montrés deux fois.</translation>
    </message>
    <message>
        <source>Cross-validation needs at least three sessions or runs; the fit has %1.</source>
        <translation>La validation croisée demande au moins trois sessions ou runs&#xa0;; l’ajustement en a&#xa0;%1.</translation>
    </message>
    <message>
        <source>Cross-validation needs the scans, and the fit kept no series of them: fit again with --series keep.</source>
        <translation>La validation croisée a besoin des images, et l’ajustement n’en a conservé aucune série&#xa0;: refaites-le avec --series keep.</translation>
    </message>
    <message>
        <source>Preparing the cross-validation</source>
        <translation>Préparation de la validation croisée</translation>
    </message>
    <message>
        <source>Choosing the ridge inside each fold needs the scans, and this fit came without them.</source>
        <translation>Choisir la pénalité dans chaque pli demande les images, et cet ajustement est venu sans elles.</translation>
    </message>
    <message>
        <source>No voxel of the brain mask has %1.</source>
        <translation>Aucun voxel du masque du cerveau n’a&#xa0;%1.</translation>
    </message>
    <message>
        <source>%1 holds many regions: choose some of them.</source>
        <translation>%1 contient beaucoup de régions&#xa0;: choisissez-en.</translation>
    </message>
    <message>
        <source>--faces cv gives numbers, not pictures: not with --out.</source>
        <translation>--faces cv donne des nombres, pas des images&#xa0;: pas avec --out.</translation>
    </message>
    <message>
        <source>explore: the exploration half; all: also the sealed half (recorded); imagery: the imagined face (recorded); cv: single training faces, by a W that has not seen their session.</source>
        <translation>explore&#xa0;: la moitié d’exploration&#xa0;; all&#xa0;: aussi la moitié scellée (consigné)&#xa0;; imagery&#xa0;: le visage imaginé (consigné)&#xa0;; cv&#xa0;: des visages d’apprentissage isolés, par un W qui n’a pas vu leur session.</translation>
    </message>
    <message>
        <source>ols: the paper&apos;s Eq. 3; ridge: the same with a ridge; gls: noise between voxels whitened; bayes: that, and codes as training codes vary; ceiling: voxels weighed by their noise ceiling. The last three need the fit&apos;s kept series.</source>
        <translation>ols&#xa0;: éq. 3 de l’article&#xa0;; ridge&#xa0;: la même avec une pénalité&#xa0;; gls&#xa0;: bruit entre voxels blanchi&#xa0;; bayes&#xa0;: de plus, des codes qui varient comme ceux d’apprentissage&#xa0;; ceiling&#xa0;: voxels pondérés par leur plafond de bruit. Les trois derniers demandent la série conservée.</translation>
    </message>
    <message>
        <source>Choose the ridge on training faces, cross-validated; with --faces cv inside each fold. Needs the fit&apos;s kept series.</source>
        <translation>Choisir la pénalité sur les visages d’apprentissage, en validation croisée&#xa0;; avec --faces cv dans chaque pli. Demande la série conservée.</translation>
    </message>
    <message>
        <source>The response to any face: solved for beside the latents (the paper), or fixed as W has it.</source>
        <translation>La réponse à tout visage&#xa0;: résolue avec les latents (l’article), ou fixée comme W la donne.</translation>
    </message>
    <message>
        <source>--ridge gives the ridge, --choose-ridge looks for it: use one of them.</source>
        <translation>--ridge donne la pénalité, --choose-ridge la cherche&#xa0;: utilisez l’un des deux.</translation>
    </message>
    <message>
        <source>Evidence needs two of the faces that are shown; there are %1.</source>
        <translation>Les indices demandent deux des visages montrés&#xa0;; il y en a&#xa0;%1.</translation>
    </message>
    <message>
        <source>The codes of these faces are not known, so nothing can be said for one of them.</source>
        <translation>Les codes de ces visages ne sont pas connus&#xa0;: rien ne peut être dit en faveur de l’un d’eux.</translation>
    </message>
    <message>
        <source>A searchlight needs two faces at least; there are %1.</source>
        <translation>Un projecteur demande au moins deux visages&#xa0;; il y en a&#xa0;%1.</translation>
    </message>
    <message>
        <source>The codes of the faces are not known, so they cannot be recognised.</source>
        <translation>Les codes des visages ne sont pas connus&#xa0;: on ne peut pas les reconnaître.</translation>
    </message>
    <message>
        <source>The radius has to be more than 0 mm.</source>
        <translation>Le rayon doit dépasser 0 mm.</translation>
    </message>
    <message>
        <source>Decoding around every voxel</source>
        <translation>Décodage autour de chaque voxel</translation>
    </message>
    <message>
        <source>A correlation across latents needs at least %1 that vary; %2 has %3.</source>
        <translation>Une corrélation sur les latents en demande au moins&#xa0;%1 qui varient&#xa0;;&#xa0;%2 en a&#xa0;%3.</translation>
    </message>
    <message>
        <source>The axis has %1 latents, the model %2.</source>
        <translation>L’axe a&#xa0;%1 latents, le modèle&#xa0;%2.</translation>
    </message>
    <message>
        <source>region %1 of %2</source>
        <translation>la région&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>a region on another grid</source>
        <translation>une région d’une autre grille</translation>
    </message>
    <message>
        <source>no region</source>
        <translation>aucune région</translation>
    </message>
    <message>
        <source>pairs of voxels skipped and taken</source>
        <translation>des paires de voxels sautés et pris</translation>
    </message>
    <message>
        <source>two planes in mm</source>
        <translation>deux plans en mm</translation>
    </message>
    <message>
        <source>numbers beyond all bounds</source>
        <translation>des nombres hors de toute limite</translation>
    </message>
    <message>
        <source>a whole number from 0 to %1</source>
        <translation>un nombre entier de 0 à&#xa0;%1</translation>
    </message>
    <message>
        <source>a command that this version knows</source>
        <translation>une commande que cette version connaît</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>a grid of at most %1 voxels</source>
        <translation>une grille d’au plus&#xa0;%1 voxels</translation>
    </message>
    <message>
        <source>the name of a decoder</source>
        <translation>le nom d’un décodeur</translation>
    </message>
    <message>
        <source>a command, an undo, a setting or the end</source>
        <translation>une commande, une annulation, un réglage ou la fin</translation>
    </message>
    <message>
        <source>an entry</source>
        <translation>une entrée</translation>
    </message>
    <message>
        <source>the fields of a journal&apos;s entry</source>
        <translation>les champs d’une entrée de journal</translation>
    </message>
    <message>
        <source>the start of a Fusiform journal</source>
        <translation>le début d’un journal de Fusiform</translation>
    </message>
    <message>
        <source>a journal of format %1</source>
        <translation>un journal au format&#xa0;%1</translation>
    </message>
    <message>
        <source>format %1</source>
        <translation>le format&#xa0;%1</translation>
    </message>
    <message>
        <source>no whole line</source>
        <translation>aucune ligne entière</translation>
    </message>
    <message>
        <source>a document with the hash written beside it</source>
        <translation>un document dont l’empreinte est celle écrite à côté</translation>
    </message>
    <message>
        <source>one with the hash %1</source>
        <translation>un document d’empreinte&#xa0;%1</translation>
    </message>
    <message>
        <source>Playing the journal again</source>
        <translation>Relecture du journal</translation>
    </message>
    <message>
        <source>a step that the command can amend</source>
        <translation>une étape que la commande puisse prolonger</translation>
    </message>
    <message>
        <source>none before it</source>
        <translation>aucune avant elle</translation>
    </message>
    <message>
        <source>an entry after the document %1</source>
        <translation>une entrée qui suit le document&#xa0;%1</translation>
    </message>
    <message>
        <source>one after %1</source>
        <translation>une entrée qui suit&#xa0;%1</translation>
    </message>
    <message>
        <source>a document with the hash %1</source>
        <translation>un document d’empreinte&#xa0;%1</translation>
    </message>
    <message>
        <source>a command that fits its document</source>
        <translation>une commande applicable à son document</translation>
    </message>
    <message>
        <source>at most as many steps as there are</source>
        <translation>au plus autant d’étapes qu’il y en a</translation>
    </message>
    <message>
        <source>the command that was written there</source>
        <translation>la commande qui y avait été écrite</translation>
    </message>
    <message>
        <source>the journal as it was written</source>
        <translation>le journal tel qu’il a été écrit</translation>
    </message>
    <message>
        <source>lines that were changed meanwhile</source>
        <translation>des lignes modifiées entre-temps</translation>
    </message>
    <message>
        <source>%1: this cannot be done: %2.</source>
        <translation>%1&#xa0;: impossible&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>%1: another program writes it.</source>
        <translation>%1&#xa0;: un autre programme y écrit.</translation>
    </message>
    <message>
        <source>a journal</source>
        <translation>un journal</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>aucun fichier</translation>
    </message>
    <message>
        <source>The map %1 needs --%2.</source>
        <translation>La carte&#xa0;%1 demande --%2.</translation>
    </message>
    <message>
        <source>evidence: what each voxel of a region adds to telling a decoded face from others; attribute: r of its weights with the axis of an attribute; similarity: with the code of a face; reliability of the weights; ceiling: noise ceiling; t; gain.</source>
        <translation>evidence&#xa0;: ce que chaque voxel d’une région apporte pour distinguer un visage décodé des autres&#xa0;; attribute&#xa0;: r de ses poids avec l’axe d’un attribut&#xa0;; similarity&#xa0;: avec le code d’un visage&#xa0;; reliability&#xa0;: fiabilité des poids&#xa0;; ceiling&#xa0;: plafond de bruit&#xa0;; t&#xa0;; gain.</translation>
    </message>
    <message>
        <source>The map to write (.nii.gz).</source>
        <translation>La carte à écrire (.nii.gz).</translation>
    </message>
    <message>
        <source>An exploration face by the name of its picture.</source>
        <translation>Un visage d’exploration, par le nom de son image.</translation>
    </message>
    <message>
        <source>Evidence for this face; default: the decoded face itself.</source>
        <translation>Indices pour ce visage&#xa0;; par défaut, le visage décodé lui-même.</translation>
    </message>
    <message>
        <source>Evidence against this face; default: the mean of the others.</source>
        <translation>Indices contre ce visage&#xa0;; par défaut, la moyenne des autres.</translation>
    </message>
    <message>
        <source>Of the evidence: a region of the fit, or a mask or label file.</source>
        <translation>Pour les indices&#xa0;: une région de l’ajustement, ou un fichier de masque ou d’étiquettes.</translation>
    </message>
    <message>
        <source>As for decode.</source>
        <translation>Comme pour decode.</translation>
    </message>
    <message>
        <source>As for decode; default 0.1.</source>
        <translation>Comme pour decode&#xa0;; 0.1 par défaut.</translation>
    </message>
    <message>
        <source>An attribute that the axes name: Smiling, Male.</source>
        <translation>Un attribut que les axes nomment&#xa0;: Smiling, Male.</translation>
    </message>
    <message>
        <source>A file of axes; default: the one beside the face model.</source>
        <translation>Un fichier d’axes&#xa0;; par défaut, celui à côté du modèle de visages.</translation>
    </message>
    <message>
        <source>False discovery rate of the threshold that is reported.</source>
        <translation>Taux de fausses découvertes du seuil indiqué.</translation>
    </message>
    <message>
        <source>bh: Benjamini and Hochberg; by: Benjamini and Yekutieli, for any dependence between voxels.</source>
        <translation>bh&#xa0;: Benjamini et Hochberg&#xa0;; by&#xa0;: Benjamini et Yekutieli, pour toute dépendance entre voxels.</translation>
    </message>
    <message>
        <source>Replace existing files.</source>
        <translation>Remplacer les fichiers existants.</translation>
    </message>
    <message>
        <source>Of the ball around each voxel.</source>
        <translation>De la boule autour de chaque voxel.</translation>
    </message>
    <message>
        <source>Corrected p value of the threshold that is reported.</source>
        <translation>Valeur p corrigée du seuil indiqué.</translation>
    </message>
    <message>
        <source>A ball with fewer usable voxels gets no value.</source>
        <translation>Une boule qui a moins de voxels utilisables ne reçoit pas de valeur.</translation>
    </message>
    <message>
        <source>Of the permutations.</source>
        <translation>Des permutations.</translation>
    </message>
    <message>
        <source>If it is stopped, write the part of the map that was done.</source>
        <translation>En cas d’arrêt, écrire la partie de la carte qui est faite.</translation>
    </message>
    <message>
        <source>Maps what each voxel says: evidence, attributes, reliability.</source>
        <translation>Cartographie ce que dit chaque voxel&#xa0;: indices, attributs, fiabilité.</translation>
    </message>
    <message>
        <source>Maps how well faces can be told apart around every voxel.</source>
        <translation>Cartographie à quel point les visages se distinguent autour de chaque voxel.</translation>
    </message>
    <message>
        <source>Does again what a session&apos;s journal says, and checks every entry.</source>
        <translation>Refait ce que dit le journal d’une session et vérifie chaque entrée.</translation>
    </message>
    <message>
        <source>The fit has no %1: fit it with its series kept, from two runs and repeated faces.</source>
        <translation>L’ajustement n’a pas de&#xa0;%1&#xa0;: ajustez en gardant les séries, à partir de deux passages et de visages répétés.</translation>
    </message>
    <message>
        <source>a map on the grid of the fit</source>
        <translation>une carte sur la grille de l’ajustement</translation>
    </message>
    <message>
        <source>There are no axes of attributes beside %1; name a file of axes, or make one with the attributes command.</source>
        <translation>Il n’y a pas d’axes d’attributs à côté de&#xa0;%1&#xa0;; donnez un fichier d’axes, ou faites-en un avec la commande attributes.</translation>
    </message>
    <message>
        <source>There is no face called %1 among those that may be shown: %2.</source>
        <translation>Aucun visage ne s’appelle&#xa0;%1 parmi ceux que l’on peut montrer&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>Tuning the encoder</source>
        <translation>Ajustement de l’encodeur</translation>
    </message>
    <message>
        <source>Epoch %1: %2 images/s, drift of codes %3, attribute loss %4.</source>
        <translation>Époque&#xa0;%1&#xa0;:&#xa0;%2 images/s, dérive des codes&#xa0;%3, perte des attributs&#xa0;%4.</translation>
    </message>
    <message>
        <source>The tuning broke down at step %1: %2 is no number any more. Try smaller rates (--recipe rate=..., head_rate=...).</source>
        <translation>L’ajustement a échoué à l’étape&#xa0;%1&#xa0;:&#xa0;%2 n’est plus un nombre. Essayez des taux plus petits (--recipe rate=..., head_rate=...).</translation>
    </message>
    <message>
        <source>The tuning broke down at step %1: %2 is no number any more. The model after epoch %3 is kept in %4. Try smaller rates (--recipe rate=..., head_rate=...).</source>
        <translation>L’ajustement a échoué à l’étape&#xa0;%1&#xa0;:&#xa0;%2 n’est plus un nombre. Le modèle obtenu après l’époque&#xa0;%3 est conservé dans&#xa0;%4. Essayez des taux plus petits (--recipe rate=..., head_rate=...).</translation>
    </message>
    <message>
        <source>Only the encoder of a compact model can be tuned; %1 is another architecture.</source>
        <translation>Seul l’encodeur d’un modèle compact peut être ajusté&#xa0;;&#xa0;%1 a une autre architecture.</translation>
    </message>
    <message>
        <source>An encoder is tuned on several pictures for at least one epoch.</source>
        <translation>Un encodeur s’ajuste sur plusieurs images, pendant au moins une époque.</translation>
    </message>
    <message>
        <source>No attribute of the pictures is known: there is nothing to tune for.</source>
        <translation>Aucun attribut des images n’est connu&#xa0;: il n’y a rien à quoi ajuster l’encodeur.</translation>
    </message>
    <message>
        <source>Pictures, codes, labels and weights do not agree in number or size.</source>
        <translation>Les images, les codes, les étiquettes et les poids ne concordent pas en nombre ou en taille.</translation>
    </message>
    <message>
        <source>Reading attributes from codes</source>
        <translation>Lecture des attributs dans les codes</translation>
    </message>
    <message>
        <source>--tune-encoder takes a finished model as it is: leave out --%1.</source>
        <translation>--tune-encoder prend un modèle achevé tel qu’il est&#xa0;: retirez --%1.</translation>
    </message>
    <message>
        <source>Only a VAE-GAN has an encoder to tune: leave out --kind.</source>
        <translation>Seul un VAE-GAN a un encodeur à ajuster&#xa0;: retirez --kind.</translation>
    </message>
    <message>
        <source>--tune-encoder needs a list of what the pictures show (--attributes).</source>
        <translation>--tune-encoder demande une liste de ce que montrent les images (--attributes).</translation>
    </message>
    <message>
        <source>Only the encoder of a compact VAE-GAN can be tuned; %1 is another model.</source>
        <translation>Seul l’encodeur d’un VAE-GAN compact peut être ajusté&#xa0;;&#xa0;%1 est un autre modèle.</translation>
    </message>
    <message>
        <source>--recipe %1: expected NAME=NUMBER, as in hold=30.</source>
        <translation>--recipe&#xa0;%1&#xa0;: attendu NOM=NOMBRE, comme hold=30.</translation>
    </message>
    <message>
        <source>--weigh %1: expected NAME=NUMBER, an attribute and a number of at least 0, as in Young=3.</source>
        <translation>--weigh&#xa0;%1&#xa0;: attendu NOM=NOMBRE, un attribut et un nombre d’au moins 0, comme Young=3.</translation>
    </message>
    <message>
        <source>A finished compact VAE-GAN: instead of a new model, train its encoder alone to tell the attributes (--attributes); its generator stays as it is.</source>
        <translation>Un VAE-GAN compact achevé&#xa0;: au lieu d’un nouveau modèle, entraîner seulement son encodeur à dire les attributs (--attributes)&#xa0;; son générateur reste tel qu’il est.</translation>
    </message>
    <message>
        <source>NAME=NUMBER: how much an attribute counts when an encoder is tuned; may be given more than once. The others count the more, the worse codes tell them so far.</source>
        <translation>NOM=NOMBRE&#xa0;: combien un attribut compte quand on ajuste un encodeur&#xa0;; peut être donné plusieurs fois. Les autres comptent d’autant plus que les codes les disent mal jusque-là.</translation>
    </message>
    <message>
        <source>--weigh goes together with --tune-encoder only.</source>
        <translation>--weigh ne va qu’avec --tune-encoder.</translation>
    </message>
    <message>
        <source>grey matter within the brain of the fit</source>
        <translation>de la matière grise dans le cerveau de l’ajustement</translation>
    </message>
    <message>
        <source>%1 of %2 at a chance of %3 is no binomial count.</source>
        <translation>%1 sur %2 avec une probabilité de %3 n’est pas un décompte binomial.</translation>
    </message>
    <message>
        <source>A bootstrap of %1 items in %2 draws cannot be made.</source>
        <translation>Un bootstrap de %1 éléments en %2 tirages est impossible.</translation>
    </message>
    <message>
        <source>What three regions explain needs at least %1 observations, each with four numbers; there are %2.</source>
        <translation>Ce que trois régions expliquent demande au moins %1 observations de quatre nombres&#xa0;; il y en a %2.</translation>
    </message>
    <message>
        <source>There is nothing to explain: all observations are equal.</source>
        <translation>Il n’y a rien à expliquer&#xa0;: toutes les observations sont égales.</translation>
    </message>
    <message>
        <source>Friedman&apos;s test needs at least 2 subjects and 2 conditions; there are %1 and %2.</source>
        <translation>Le test de Friedman demande au moins 2 sujets et 2 conditions&#xa0;; il y en a %1 et %2.</translation>
    </message>
    <message>
        <source>Friedman&apos;s test needs a number in every place.</source>
        <translation>Le test de Friedman demande un nombre à chaque place.</translation>
    </message>
    <message>
        <source>Labels of %1 faces in %2 orders cannot be permuted.</source>
        <translation>Les étiquettes de %1 visages ne peuvent pas être permutées en %2 ordres.</translation>
    </message>
    <message>
        <source>A range needs at least 2 means; there is %1.</source>
        <translation>Une étendue demande au moins 2 moyennes&#xa0;; il y en a %1.</translation>
    </message>
    <message>
        <source>%1 is no probability between 0 and 1.</source>
        <translation>%1 n’est pas une probabilité entre 0 et 1.</translation>
    </message>
    <message>
        <source>A sum of %1 ranks of 0 to %2 is none that can be tested.</source>
        <translation>Une somme de %1 rangs de 0 à %2 ne peut pas être testée.</translation>
    </message>
    <message>
        <source>%1 of %2 distractors beat the target: top %3 of %4 cannot be asked of that.</source>
        <translation>%1 distracteurs sur %2 battent la cible&#xa0;: on ne peut pas en demander le top %3 parmi %4.</translation>
    </message>
    <message>
        <source>a table of numbers</source>
        <translation>une table de nombres</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>aucune ligne</translation>
    </message>
    <message>
        <source>--faces is %1: there have to be 2 to 10,000.</source>
        <translation>--faces vaut %1&#xa0;: il en faut de 2 à 10 000.</translation>
    </message>
    <message>
        <source>--sum is %1: it can be 0 to %2.</source>
        <translation>--sum vaut %1&#xa0;: elle va de 0 à %2.</translation>
    </message>
    <message>
        <source>one column of numbers</source>
        <translation>une colonne de nombres</translation>
    </message>
    <message>
        <source>p values from 0 to 1</source>
        <translation>des valeurs p de 0 à 1</translation>
    </message>
    <message>
        <source>another number</source>
        <translation>un autre nombre</translation>
    </message>
    <message>
        <source>four columns: three predictors, then what they predict</source>
        <translation>quatre colonnes&#xa0;: trois prédicteurs, puis ce qu’ils prédisent</translation>
    </message>
    <message>
        <source>as many rows as columns of numbers</source>
        <translation>autant de lignes que de colonnes de nombres</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 lignes, %2 colonnes</translation>
    </message>
    <message>
        <source>pairwise-p, imagery-p: comparisons won against their exact null; binomial; friedman, posthoc: of a table, subjects by conditions; fdr: of p values; top-k: n-way identification; bootstrap: interval of a mean; commonality: seven parts of three predictors; labels: permutations of a similarity matrix.</source>
        <translation>pairwise-p, imagery-p&#xa0;: comparaisons gagnées face à leur distribution exacte&#xa0;; binomial&#xa0;; friedman, posthoc&#xa0;: d’une table, sujets par conditions&#xa0;; fdr&#xa0;: de valeurs p&#xa0;; top-k&#xa0;: identification parmi n&#xa0;; bootstrap&#xa0;: intervalle d’une moyenne&#xa0;; commonality&#xa0;: sept parts de trois prédicteurs&#xa0;; labels&#xa0;: permutations d’une matrice de similarité.</translation>
    </message>
    <message>
        <source>Of pairwise-p and imagery-p: comparisons won; ties count half.</source>
        <translation>De pairwise-p et imagery-p&#xa0;: comparaisons gagnées&#xa0;; les ex æquo comptent pour moitié.</translation>
    </message>
    <message>
        <source>Of pairwise-p: faces; of imagery-p: candidates.</source>
        <translation>De pairwise-p&#xa0;: visages&#xa0;; de imagery-p&#xa0;: candidats.</translation>
    </message>
    <message>
        <source>Of imagery-p.</source>
        <translation>De imagery-p.</translation>
    </message>
    <message>
        <source>Of binomial: successes.</source>
        <translation>De binomial&#xa0;: succès.</translation>
    </message>
    <message>
        <source>Of binomial: trials.</source>
        <translation>De binomial&#xa0;: essais.</translation>
    </message>
    <message>
        <source>Of binomial: chance.</source>
        <translation>De binomial&#xa0;: hasard.</translation>
    </message>
    <message>
        <source>Of top-k: distractors that beat the target.</source>
        <translation>De top-k&#xa0;: distracteurs qui battent la cible.</translation>
    </message>
    <message>
        <source>Of top-k: distractors there are.</source>
        <translation>De top-k&#xa0;: nombre de distracteurs.</translation>
    </message>
    <message>
        <source>Of top-k: the target and so many distractors less one.</source>
        <translation>De top-k&#xa0;: la cible et ce nombre de distracteurs moins un.</translation>
    </message>
    <message>
        <source>Of top-k: the target is among so many.</source>
        <translation>De top-k&#xa0;: la cible est parmi ce nombre de premiers.</translation>
    </message>
    <message>
        <source>A TSV of numbers: subjects by conditions; p values; a sample; three predictors and what they predict; a similarity matrix.</source>
        <translation>Un TSV de nombres&#xa0;: sujets par conditions&#xa0;; valeurs p&#xa0;; un échantillon&#xa0;; trois prédicteurs et ce qu’ils prédisent&#xa0;; une matrice de similarité.</translation>
    </message>
    <message>
        <source>Of bootstrap: samples; of labels: orders.</source>
        <translation>De bootstrap&#xa0;: échantillons&#xa0;; de labels&#xa0;: ordres.</translation>
    </message>
    <message>
        <source>Of these.</source>
        <translation>De ceux-ci.</translation>
    </message>
    <message>
        <source>Of intervals; tests call what has p up to 1 less this.</source>
        <translation>Des intervalles&#xa0;; les tests retiennent ce qui a p jusqu’à 1 moins ceci.</translation>
    </message>
    <message>
        <source>Of fdr: Benjamini and Hochberg&apos;s (bh), or Benjamini and Yekutieli&apos;s (by).</source>
        <translation>De fdr&#xa0;: Benjamini et Hochberg (bh), ou Benjamini et Yekutieli (by).</translation>
    </message>
    <message>
        <source>There is no statistic %1.</source>
        <translation>Il n’y a pas de statistique %1.</translation>
    </message>
    <message>
        <source>Tests and intervals of numbers that are given.</source>
        <translation>Tests et intervalles de nombres donnés.</translation>
    </message>
    <message>
        <source>The imagined face %1 is none of the candidates.</source>
        <translation>Le visage imaginé %1 n’est pas parmi les candidats.</translation>
    </message>
    <message>
        <source>Recognition needs at least two faces with known codes; there are %1.</source>
        <translation>La reconnaissance demande au moins deux visages aux codes connus&#xa0;; il y en a %1.</translation>
    </message>
    <message>
        <source>The fit has no face model.</source>
        <translation>L’ajustement n’a pas de modèle de visages.</translation>
    </message>
    <message>
        <source>%1, %2: %3 %</source>
        <translation>%1, %2&#xa0;: %3&#xa0;%</translation>
    </message>
    <message>
        <source>chance %1 %</source>
        <translation>hasard %1&#xa0;%</translation>
    </message>
    <message>
        <source>The folders of one or more fits, one a subject.</source>
        <translation>Les dossiers d’un ou plusieurs ajustements, un par sujet.</translation>
    </message>
    <message>
        <source>explore: the exploration half; all: also the sealed half and imagery, which is recorded in each fit.</source>
        <translation>explore&#xa0;: la moitié d’exploration&#xa0;; all&#xa0;: aussi la moitié scellée et l’imagerie, ce qui est noté dans chaque ajustement.</translation>
    </message>
    <message>
        <source>Permutations of the faces&apos; labels.</source>
        <translation>Permutations des étiquettes des visages.</translation>
    </message>
    <message>
        <source>Samples of faces for intervals (bootstrap).</source>
        <translation>Échantillons de visages pour les intervalles (bootstrap).</translation>
    </message>
    <message>
        <source>Of intervals.</source>
        <translation>Des intervalles.</translation>
    </message>
    <message>
        <source>Of permutations and samples.</source>
        <translation>Des permutations et des échantillons.</translation>
    </message>
    <message>
        <source>A folder for report, figures and tables.</source>
        <translation>Un dossier pour le rapport, les figures et les tables.</translation>
    </message>
    <message>
        <source>%1 is given twice: one fit a subject.</source>
        <translation>%1 est donné deux fois&#xa0;: un ajustement par sujet.</translation>
    </message>
    <message>
        <source>Tests how well faces are recognised, in subjects and over them.</source>
        <translation>Teste à quel point les visages sont reconnus, chez chaque sujet et entre sujets.</translation>
    </message>
    <message>
        <source>%1, %2: pairwise recognition, per cent</source>
        <translation>%1, %2&#xa0;: reconnaissance par paires, en pour cent</translation>
    </message>
    <message>
        <source>%1: full recognition, per cent</source>
        <translation>%1&#xa0;: reconnaissance complète, en pour cent</translation>
    </message>
    <message>
        <source>%1: pairwise recognition, per cent</source>
        <translation>%1&#xa0;: reconnaissance par paires, en pour cent</translation>
    </message>
    <message>
        <source>Looking for nearly identical pictures</source>
        <translation>Recherche d’images presque identiques</translation>
    </message>
    <message>
        <source>%1 training pictures are also test faces (%2 identical, %3 nearly identical); they are left out of training.</source>
        <translation>%1 images d’apprentissage sont aussi des visages de test (%2 identiques, %3 presque identiques)&#xa0;; elles sont laissées hors de l’apprentissage.</translation>
    </message>
    <message>
        <source>%1 training pictures are also test faces (%2 identical, %3 nearly identical); they are kept, as asked.</source>
        <translation>%1 images d’apprentissage sont aussi des visages de test (%2 identiques, %3 presque identiques)&#xa0;; elles sont gardées, comme demandé.</translation>
    </message>
    <message>
        <source>drop: training pictures that are also test faces, or nearly identical to one, do not train; keep: they do.</source>
        <translation>drop&#xa0;: les images d’apprentissage qui sont aussi des visages de test, ou presque identiques à l’un d’eux, ne servent pas à l’apprentissage&#xa0;; keep&#xa0;: elles y servent.</translation>
    </message>
    <message>
        <source>%1 training pictures are also test faces (%2 identical, %3 nearly identical): a fit leaves them out of training unless told otherwise.</source>
        <translation>%1 images d’apprentissage sont aussi des visages de test (%2 identiques, %3 presque identiques)&#xa0;: un ajustement les laisse hors de l’apprentissage, sauf demande contraire.</translation>
    </message>
    <message>
        <source>Of --map and --flood: values less than this. Of --map, below --above: values less than this, and those greater than --above, both tails.</source>
        <translation>De --map et --flood&#xa0;: les valeurs inférieures. De --map, au-dessous de --above&#xa0;: les valeurs inférieures, et celles supérieures à --above, les deux queues.</translation>
    </message>
    <message>
        <source>%1 does not say how its coordinates lie to the scanner&apos;s; they are taken as the scanner&apos;s.</source>
        <translation>%1 ne dit pas comment ses coordonnées se rapportent à celles du scanner&#xa0;; elles sont prises pour celles du scanner.</translation>
    </message>
    <message>
        <source>a pial, white or midthickness surface beside it: an inflated one does not tell where the brain is</source>
        <translation>une surface piale, blanche ou médiane à côté&#xa0;: une surface gonflée ne dit pas où est le cerveau</translation>
    </message>
    <message>
        <source>an array with one value a vertex</source>
        <translation>un tableau avec une valeur par sommet</translation>
    </message>
    <message>
        <source>A searchlight of training faces takes the decoders ols and ridge, not %1.</source>
        <translation>Un projecteur sur les visages d’apprentissage prend les décodeurs ols et ridge, pas %1.</translation>
    </message>
    <message>
        <source>The fold %1 has fewer than two trials to tell apart.</source>
        <translation>Le pli %1 a moins de deux essais à distinguer.</translation>
    </message>
    <message>
        <source>Decoding training faces around every voxel</source>
        <translation>Décodage des visages d’apprentissage autour de chaque voxel</translation>
    </message>
    <message>
        <source>The map to write (.nii.gz): the share of pairs of faces told apart around each voxel; chance is 0.5.</source>
        <translation>La carte à écrire (.nii.gz)&#xa0;: la part des paires de visages distinguées autour de chaque voxel&#xa0;; le hasard est 0,5.</translation>
    </message>
    <message>
        <source>explore: the exploration half; cv: single training faces, by a W that has not seen their session, which takes some times as long and needs the fit&apos;s kept series.</source>
        <translation>explore&#xa0;: la moitié d’exploration&#xa0;; cv&#xa0;: des visages d’apprentissage isolés, par un W qui n’a pas vu leur session, ce qui prend plusieurs fois plus longtemps et demande la série gardée de l’ajustement.</translation>
    </message>
    <message>
        <source>Permutations of the faces&apos; labels, of training faces within their session, for p values corrected by the maximum over the brain; 0: none, and the map is uncorrected.</source>
        <translation>Permutations des étiquettes des visages, au sein de leur session pour ceux d’apprentissage, pour des valeurs p corrigées par le maximum sur le cerveau&#xa0;; 0&#xa0;: aucune, et la carte n’est pas corrigée.</translation>
    </message>
    <message>
        <source>There is no figure %1.</source>
        <translation>Il n’y a pas de figure&#xa0;%1.</translation>
    </message>
    <message>
        <source>Regions of equal size, %1</source>
        <translation>Régions de même taille,&#xa0;%1</translation>
    </message>
    <message>
        <source>Learning curve of %1</source>
        <translation>Courbe d’apprentissage de&#xa0;%1</translation>
    </message>
    <message>
        <source>Permuting the training of %1</source>
        <translation>Permutation de l’entraînement de&#xa0;%1</translation>
    </message>
    <message>
        <source>Reading faces of %1 with %2</source>
        <translation>Lecture des visages de&#xa0;%1 avec&#xa0;%2</translation>
    </message>
    <message>
        <source>Codes of other faces were given.</source>
        <translation>Des codes d’autres visages ont été donnés.</translation>
    </message>
    <message>
        <source>The figure could not be drawn: %1.</source>
        <translation>La figure n’a pas pu être dessinée&#xa0;:&#xa0;%1.</translation>
    </message>
    <message>
        <source>A figure is written as .svg, .pdf or .png, not as %1.</source>
        <translation>Une figure s’écrit en .svg, .pdf ou .png, pas en&#xa0;%1.</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>t of faces against fixation</source>
        <translation>t des visages contre la fixation</translation>
    </message>
    <message>
        <source>gain in explained variance by the latents</source>
        <translation>gain de variance expliquée par les latents</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionnés</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>non sélectionnés</translation>
    </message>
    <message>
        <source>Selected voxels</source>
        <translation>Voxels sélectionnés</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Reconnaissance</translation>
    </message>
    <message>
        <source>What regions explain</source>
        <translation>Ce que les régions expliquent</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Courbe d’apprentissage</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Imagerie</translation>
    </message>
    <message>
        <source>Who is taken for whom</source>
        <translation>Qui est pris pour qui</translation>
    </message>
    <message>
        <source>Regions of equal size</source>
        <translation>Régions de même taille</translation>
    </message>
    <message>
        <source>The ridge</source>
        <translation>La régularisation</translation>
    </message>
    <message>
        <source>The whole pipeline on exchanged training codes</source>
        <translation>Toute la chaîne sur des codes échangés</translation>
    </message>
    <message>
        <source>There is no section %1 of %2.</source>
        <translation>Il n’y a pas de section&#xa0;%1 de&#xa0;%2.</translation>
    </message>
    <message>
        <source>%1: pairwise recognition from as many voxels of each region</source>
        <translation>%1&#xa0;: reconnaissance par paires, autant de voxels de chaque région</translation>
    </message>
    <message>
        <source>pairs won, per cent; bars: mean of the draws (dots)</source>
        <translation>paires gagnées, pour cent&#xa0;; barres&#xa0;: moyenne des tirages (points)</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>hasard</translation>
    </message>
    <message>
        <source>%1, not selected</source>
        <translation>%1, non sélectionnés</translation>
    </message>
    <message>
        <source>%1 voxels</source>
        <translation>%1 voxels</translation>
    </message>
    <message>
        <source>Recognition from voxels drawn at random (chance 50 %)</source>
        <translation>Reconnaissance à partir de voxels tirés au hasard (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Face model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Drawn from</source>
        <translation>Tirés de</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxels</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Tirages</translation>
    </message>
    <message>
        <source>Pairwise</source>
        <translation>Par paires</translation>
    </message>
    <message>
        <source>sd</source>
        <translation>é.-t.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Complète</translation>
    </message>
    <message>
        <source>%1, %2, %3: which decoded face resembles which true face</source>
        <translation>%1,&#xa0;%2,&#xa0;%3&#xa0;: quel visage décodé ressemble à quel vrai visage</translation>
    </message>
    <message>
        <source>decoded face</source>
        <translation>visage décodé</translation>
    </message>
    <message>
        <source>true face (frame: the own one, dot: the best of the row)</source>
        <translation>vrai visage (cadre&#xa0;: le sien, point&#xa0;: le meilleur de la ligne)</translation>
    </message>
    <message>
        <source>The own face among the most similar, of candidates drawn at random (expectation over all draws)</source>
        <translation>Son propre visage parmi les plus semblables, entre des candidats tirés au hasard (espérance sur tous les tirages)</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Among the best</source>
        <translation>Parmi les meilleurs</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Hasard</translation>
    </message>
    <message>
        <source>Do decoded faces all come out alike? Beside the true codes</source>
        <translation>Les visages décodés se ressemblent-ils tous&#xa0;? À côté des vrais codes</translation>
    </message>
    <message>
        <source>the other way</source>
        <translation>dans l’autre sens</translation>
    </message>
    <message>
        <source>Median rank</source>
        <translation>Rang médian</translation>
    </message>
    <message>
        <source>1 / rank, mean</source>
        <translation>1 / rang, moyenne</translation>
    </message>
    <message>
        <source>Directions, decoded</source>
        <translation>Directions, décodés</translation>
    </message>
    <message>
        <source>true</source>
        <translation>vrais</translation>
    </message>
    <message>
        <source>r between faces, decoded</source>
        <translation>r entre visages, décodés</translation>
    </message>
    <message>
        <source>Length, decoded</source>
        <translation>Longueur, décodés</translation>
    </message>
    <message>
        <source>Similarity is the correlation of the decoded with the true code. The other way asks which decoded face resembles a true one: it falls behind where some decoded faces resemble everything. Directions are the participation ratio of the codes&apos; covariance over faces, r the mean correlation between different faces and length their mean distance from the training mean, in training standard deviations about that mean: a decoder that collapses has few directions and faces that correlate; noise and ridge make decoded codes shorter than true ones.</source>
        <translation>La ressemblance est la corrélation du code décodé avec le vrai. L’autre sens demande quel visage décodé ressemble à un vrai visage&#xa0;: il reste en arrière là où certains visages décodés ressemblent à tout. Les directions sont le rapport de participation de la covariance des codes entre visages, r la corrélation moyenne entre visages différents et la longueur leur distance moyenne à la moyenne d’entraînement, en écarts-types d’entraînement autour de cette moyenne&#xa0;: un décodeur qui s’effondre a peu de directions et des visages corrélés&#xa0;; le bruit et la régularisation rendent les codes décodés plus courts que les vrais.</translation>
    </message>
    <message>
        <source>%1: the imagined face against the others, per cent</source>
        <translation>%1&#xa0;: le visage imaginé contre les autres, pour cent</translation>
    </message>
    <message>
        <source>The imagined face, %1, is read from each region and held against the %2 other candidates. A subject with one pattern has %3 equally likely outcomes by chance; p (mid) takes half of the chance of as many pairs.</source>
        <translation>Le visage imaginé,&#xa0;%1, est lu de chaque région et comparé aux&#xa0;%2 autres candidats. Un sujet avec une seule activité a&#xa0;%3 issues également probables au hasard&#xa0;; p (mi) prend la moitié de la probabilité d’autant de paires.</translation>
    </message>
    <message>
        <source>The imagined face against the others (chance 50 %)</source>
        <translation>Le visage imaginé contre les autres (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Imagined face</source>
        <translation>Visage imaginé</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>p (≥)</source>
        <translation>p (≥)</translation>
    </message>
    <message>
        <source>p (mid)</source>
        <translation>p (mi)</translation>
    </message>
    <message>
        <source>The pairs that the imagined faces of all subjects win are added; by chance each subject wins any number of them with equal chances, and all outcomes are counted. Not corrected for the number of regions.</source>
        <translation>Les paires gagnées par les visages imaginés de tous les sujets sont additionnées&#xa0;; au hasard, chaque sujet en gagne n’importe quel nombre avec la même probabilité, et toutes les issues sont comptées. Non corrigé pour le nombre de régions.</translation>
    </message>
    <message>
        <source>Imagined faces of all subjects (chance 50 %)</source>
        <translation>Visages imaginés de tous les sujets (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>p (&gt;)</source>
        <translation>p (&gt;)</translation>
    </message>
    <message>
        <source>training faces shown, in parts of the runs</source>
        <translation>visages d’entraînement montrés, par parts des runs</translation>
    </message>
    <message>
        <source>%1, %2: pairwise recognition by training, per cent</source>
        <translation>%1,&#xa0;%2&#xa0;: reconnaissance par paires selon l’entraînement, pour cent</translation>
    </message>
    <message>
        <source>%1, %2: full recognition by training, per cent</source>
        <translation>%1,&#xa0;%2&#xa0;: reconnaissance complète selon l’entraînement, pour cent</translation>
    </message>
    <message>
        <source>Recognition with a part of the training</source>
        <translation>Reconnaissance avec une part de l’entraînement</translation>
    </message>
    <message>
        <source>Share of runs</source>
        <translation>Part des runs</translation>
    </message>
    <message>
        <source>Training faces</source>
        <translation>Visages d’entraînement</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>%1: pairwise recognition after training on exchanged codes</source>
        <translation>%1&#xa0;: reconnaissance par paires après entraînement sur des codes échangés</translation>
    </message>
    <message>
        <source>pairs won, per cent; bars: true training, dots: each exchange of the codes</source>
        <translation>paires gagnées, pour cent&#xa0;; barres&#xa0;: vrai entraînement, points&#xa0;: chaque échange des codes</translation>
    </message>
    <message>
        <source>The codes of the training pictures were exchanged with each other %1 times, W was estimated again from all runs and the same test faces were read with it. p is (1 + exchanges that score at least as much) / (1 + exchanges); the smallest possible is %2. The voxels stay those that were selected with the true codes; test faces had no part in that. Not corrected for the number of regions.</source>
        <translation>Les codes des images d’entraînement ont été échangés entre eux&#xa0;%1 fois, W a été estimé de nouveau sur tous les runs et les mêmes visages de test lus avec lui. p vaut (1 + échanges au score au moins égal) / (1 + échanges)&#xa0;; le plus petit possible est&#xa0;%2. Les voxels restent ceux sélectionnés avec les vrais codes&#xa0;; les visages de test n’y ont eu aucune part. Non corrigé pour le nombre de régions.</translation>
    </message>
    <message>
        <source>True training against training on exchanged codes</source>
        <translation>Vrai entraînement contre entraînement sur des codes échangés</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>exchanged, mean</source>
        <translation>échangés, moyenne</translation>
    </message>
    <message>
        <source>exchanged, highest</source>
        <translation>échangés, maximum</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Pairwise recognition (chance 50 %) and full recognition, by face model and region</source>
        <translation>Reconnaissance par paires (hasard 50&#xa0;%) et complète, par modèle et région</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>p (labels)</source>
        <translation>p (étiquettes)</translation>
    </message>
    <message>
        <source>%1, %2: full recognition, per cent</source>
        <translation>%1,&#xa0;%2&#xa0;: reconnaissance complète, pour cent</translation>
    </message>
    <message>
        <source>Do conditions differ? Friedman&apos;s test over subjects</source>
        <translation>Les conditions diffèrent-elles&#xa0;? Test de Friedman entre sujets</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>χ²</source>
        <translation>χ²</translation>
    </message>
    <message>
        <source>df</source>
        <translation>ddl</translation>
    </message>
    <message>
        <source>p (asymptotic)</source>
        <translation>p (asymptotique)</translation>
    </message>
    <message>
        <source>p (exact)</source>
        <translation>p (exact)</translation>
    </message>
    <message>
        <source>Kendall&apos;s W</source>
        <translation>W de Kendall</translation>
    </message>
    <message>
        <source>Which conditions differ? Mean ranks, two at a time</source>
        <translation>Quelles conditions diffèrent&#xa0;? Rangs moyens, deux à deux</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Première</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Seconde</translation>
    </message>
    <message>
        <source>Difference of mean ranks</source>
        <translation>Différence des rangs moyens</translation>
    </message>
    <message>
        <source>p (Tukey)</source>
        <translation>p (Tukey)</translation>
    </message>
    <message>
        <source>p (Bonferroni)</source>
        <translation>p (Bonferroni)</translation>
    </message>
    <message>
        <source>%1 test faces were read from each region (decoder %2, ridge %3 of the mean diagonal of the Gram matrix). A pair is won when the decoded code correlates more with the code of its own face than with another&apos;s; ties count half. p (≥) is the chance of at least as many pairs, and p (&gt;) of more, when each face wins 0 to n − 1 pairs with equal chances, counted exactly; p (labels) permutes which face is whose, %4 times, and holds where rows depend on each other. Full recognition: the own face resembles most, against 1 in %1 (binomial). Intervals hold %5 %: of pairs by bootstrap over faces (BCa), of full recognition by Clopper and Pearson.</source>
        <translation>%1 visages de test ont été lus de chaque région (décodeur&#xa0;%2, régularisation&#xa0;%3 de la diagonale moyenne de la matrice de Gram). Une paire est gagnée quand le code décodé est plus corrélé au code de son visage qu’à celui d’un autre&#xa0;; les ex æquo comptent pour moitié. p (≥) est la probabilité d’au moins autant de paires, p (&gt;) de plus, quand chaque visage gagne de 0 à n − 1 paires avec la même probabilité, comptée exactement&#xa0;; p (étiquettes) permute l’appartenance des visages,&#xa0;%4 fois, et vaut aussi quand les lignes dépendent les unes des autres. Reconnaissance complète&#xa0;: son visage est le plus ressemblant, contre 1 sur&#xa0;%1 (binomiale). Intervalles à&#xa0;%5&#xa0;%&#xa0;: des paires par bootstrap sur les visages (BCa), de la reconnaissance complète selon Clopper et Pearson.</translation>
    </message>
    <message>
        <source>Scores are ranked within each subject (Friedman&apos;s test, corrected for ties). The asymptotic p is what papers print; with few subjects only the exact one, over all orders of the scores within subjects, keeps its level. Conditions are compared two at a time on mean ranks by Tukey&apos;s studentized range and by Bonferroni.</source>
        <translation>Les scores sont rangés dans chaque sujet (test de Friedman, corrigé des ex æquo). Le p asymptotique est celui que les articles impriment&#xa0;; avec peu de sujets, seul l’exact, sur tous les ordres des scores dans les sujets, tient son niveau. Les conditions sont comparées deux à deux sur les rangs moyens par l’étendue studentisée de Tukey et par Bonferroni.</translation>
    </message>
    <message>
        <source>%1, %2: pairwise recognition by ridge, per cent</source>
        <translation>%1,&#xa0;%2&#xa0;: reconnaissance par paires selon la régularisation, pour cent</translation>
    </message>
    <message>
        <source>ridge, relative to the mean diagonal of the Gram matrix</source>
        <translation>régularisation, rapportée à la diagonale moyenne de la matrice de Gram</translation>
    </message>
    <message>
        <source>used</source>
        <translation>utilisée</translation>
    </message>
    <message>
        <source>The selected voxels are read with ridges of other strengths. This is shown to say how much depends on the choice, and must not be chosen by: these are the test faces. A ridge is chosen on training faces (decode --choose-ridge). Chance: 50 %.</source>
        <translation>Les voxels sélectionnés sont lus avec des régularisations d’autres forces. Cela dit combien dépend de ce choix, et ne doit pas servir à choisir&#xa0;: ce sont les visages de test. Une régularisation se choisit sur les visages d’entraînement (decode --choose-ridge). Hasard&#xa0;: 50&#xa0;%.</translation>
    </message>
    <message>
        <source>Recognition by ridge (chance 50 % pairwise)</source>
        <translation>Reconnaissance selon la régularisation (hasard 50&#xa0;% par paires)</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 voxels are selected</source>
        <translation>%1,&#xa0;%2&#xa0;:&#xa0;%3 voxels sur&#xa0;%4 sont sélectionnés</translation>
    </message>
    <message>
        <source>%1 (%2 voxels)</source>
        <translation>%1 (%2 voxels)</translation>
    </message>
    <message>
        <source>%1, %2: the selected voxels and their parts</source>
        <translation>%1,&#xa0;%2&#xa0;: les voxels sélectionnés et leurs parts</translation>
    </message>
    <message>
        <source>Voxels were selected by %1, on training faces and fixation alone: no test face had a part in it. The gain is 1 − (residual variance with the latents) / (without), each over its degrees of freedom. The thresholds are for single voxels, uncorrected unless the criterion says otherwise.</source>
        <translation>Les voxels ont été sélectionnés par&#xa0;%1, sur les seuls visages d’entraînement et la fixation&#xa0;: aucun visage de test n’y a eu part. Le gain est 1 − (variance résiduelle avec les latents) / (sans), chacune par ses degrés de liberté. Les seuils valent par voxel, non corrigés sauf si le critère dit autrement.</translation>
    </message>
    <message>
        <source>Selected voxels and their parts</source>
        <translation>Voxels sélectionnés et leurs parts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Volume, mm³</source>
        <translation>Volume, mm³</translation>
    </message>
    <message>
        <source>Of the mask</source>
        <translation>Du masque</translation>
    </message>
    <message>
        <source>%1, %2: what regions explain of the true codes</source>
        <translation>%1,&#xa0;%2&#xa0;: ce que les régions expliquent des vrais codes</translation>
    </message>
    <message>
        <source>variance explained (R²), per cent; below 0: suppression</source>
        <translation>variance expliquée (R²), pour cent&#xa0;; sous 0&#xa0;: suppression</translation>
    </message>
    <message>
        <source>shared: %1</source>
        <translation>partagé&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>all three together</source>
        <translation>les trois ensemble</translation>
    </message>
    <message>
        <source>The true codes of %1 faces (%2 numbers, in training standard deviations from the training mean, pooled) are regressed with an intercept on the codes read from %3 (A), %4 (B) and %5 (C), alone and in every combination. What all three explain falls into seven parts (commonality analysis); a shared part may be negative, which is suppression, and is shown. Intervals hold %6 %, by bootstrap over faces (BCa). Not corrected for the number of parts.</source>
        <translation>Les vrais codes de&#xa0;%1 visages (%2 nombres, en écarts-types d’entraînement depuis la moyenne d’entraînement, réunis) sont régressés avec une constante sur les codes lus de&#xa0;%3 (A),&#xa0;%4 (B) et&#xa0;%5 (C), seuls et dans chaque combinaison. Ce que les trois expliquent se divise en sept parts (analyse de communauté)&#xa0;; une part partagée peut être négative, c’est une suppression, et elle est montrée. Intervalles à&#xa0;%6&#xa0;%, par bootstrap sur les visages (BCa). Non corrigé pour le nombre de parts.</translation>
    </message>
    <message>
        <source>Variance of the true codes that regions explain (chance 0)</source>
        <translation>Variance des vrais codes que les régions expliquent (hasard 0)</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Analyses by their keys in evaluate.json; may be repeated. Recognition is always among them.</source>
        <translation>Des analyses par leur clé dans evaluate.json&#xa0;; peut être répété. La reconnaissance en est toujours.</translation>
    </message>
    <message>
        <source>Ways to deal the runs out for the learning curve; 0: none.</source>
        <translation>Façons de distribuer les runs pour la courbe d’apprentissage&#xa0;; 0&#xa0;: aucune.</translation>
    </message>
    <message>
        <source>Trainings on exchanged codes, from the kept series; 100 are usual and take minutes.</source>
        <translation>Entraînements sur des codes échangés, à partir de la série gardée&#xa0;; 100 sont habituels et prennent des minutes.</translation>
    </message>
    <message>
        <source>There is no analysis %1; there are: %2.</source>
        <translation>Il n’y a pas d’analyse&#xa0;%1&#xa0;; il y a&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>A colour is given as first=#rrggbb (or second, third), not as %1.</source>
        <translation>Une couleur se donne par first=#rrggbb (ou second, third), pas par&#xa0;%1.</translation>
    </message>
    <message>
        <source>Of the figure: recognition_MODEL_pairwise; list: says all.</source>
        <translation>De la figure&#xa0;: recognition_MODÈLE_pairwise&#xa0;; list&#xa0;: les dit toutes.</translation>
    </message>
    <message>
        <source>The folders of one or more fits.</source>
        <translation>Les dossiers d’un ou de plusieurs ajustements.</translation>
    </message>
    <message>
        <source>A .svg, .pdf or .png file.</source>
        <translation>Un fichier .svg, .pdf ou .png.</translation>
    </message>
    <message>
        <source>Of which subject; group: over subjects. Default: the first.</source>
        <translation>De quel sujet&#xa0;; group&#xa0;: entre sujets. Par défaut, le premier.</translation>
    </message>
    <message>
        <source>explore, or all, which opens the seal and is recorded.</source>
        <translation>explore, ou all, qui ouvre le sceau et est consigné.</translation>
    </message>
    <message>
        <source>Width; text keeps its size.</source>
        <translation>Largeur&#xa0;; le texte garde sa taille.</translation>
    </message>
    <message>
        <source>Of a PNG.</source>
        <translation>D’un PNG.</translation>
    </message>
    <message>
        <source>Of all text.</source>
        <translation>De tout le texte.</translation>
    </message>
    <message>
        <source>Of the panel: a, b, ...</source>
        <translation>Du panneau&#xa0;: a, b, ...</translation>
    </message>
    <message>
        <source>Another colour: first=#0072b2, second=..., third=...</source>
        <translation>Une autre couleur&#xa0;: first=#0072b2, second=..., third=...</translation>
    </message>
    <message>
        <source>Without its title.</source>
        <translation>Sans son titre.</translation>
    </message>
    <message>
        <source>As for evaluate.</source>
        <translation>Comme pour evaluate.</translation>
    </message>
    <message>
        <source>--out names a .svg, .pdf or .png file.</source>
        <translation>--out nomme un fichier .svg, .pdf ou .png.</translation>
    </message>
    <message>
        <source>%1 exists; --overwrite replaces it.</source>
        <translation>%1 existe&#xa0;; --overwrite le remplace.</translation>
    </message>
    <message>
        <source>Writes one figure of an evaluation, with its numbers and settings.</source>
        <translation>Écrit une figure d’une évaluation, avec ses nombres et ses réglages.</translation>
    </message>
    <message>
        <source>the noise ceiling of a fit</source>
        <translation>le plafond de bruit d’un ajustement</translation>
    </message>
    <message>
        <source>Comparing pictures of %1</source>
        <translation>Comparaison des images de&#xa0;%1</translation>
    </message>
    <message>
        <source>Low-level features of %1</source>
        <translation>Propriétés élémentaires de&#xa0;%1</translation>
    </message>
    <message>
        <source>There are no pictures of %1: %2</source>
        <translation>Il n’y a pas d’images de&#xa0;%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 runs</translation>
    </message>
    <message>
        <source>%1 scans</source>
        <translation>%1 volumes</translation>
    </message>
    <message>
        <source>here: their mean</source>
        <translation>ici&#xa0;: leur moyenne</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 montrés</translation>
    </message>
    <message>
        <source>Codes X</source>
        <translation>Codes X</translation>
    </message>
    <message>
        <source>and a constant</source>
        <translation>et une constante</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>Régression linéaire</translation>
    </message>
    <message>
        <source>Brain responses Y</source>
        <translation>Réponses du cerveau Y</translation>
    </message>
    <message>
        <source>Weights W</source>
        <translation>Poids W</translation>
    </message>
    <message>
        <source>Face shown</source>
        <translation>Visage montré</translation>
    </message>
    <message>
        <source>Its response y</source>
        <translation>Sa réponse y</translation>
    </message>
    <message>
        <source>Inversion</source>
        <translation>Inversion</translation>
    </message>
    <message>
        <source>Code x</source>
        <translation>Code x</translation>
    </message>
    <message>
        <source>Face read</source>
        <translation>Visage lu</translation>
    </message>
    <message>
        <source>contrast matched</source>
        <translation>contraste ajusté</translation>
    </message>
    <message>
        <source>codes: r = %1</source>
        <translation>codes&#xa0;: r =&#xa0;%1</translation>
    </message>
    <message>
        <source>The method</source>
        <translation>La méthode</translation>
    </message>
    <message>
        <source>Reconstructed faces</source>
        <translation>Visages reconstruits</translation>
    </message>
    <message>
        <source>Arithmetic with codes</source>
        <translation>Arithmétique de codes</translation>
    </message>
    <message>
        <source>Quality of the pictures</source>
        <translation>Qualité des images</translation>
    </message>
    <message>
        <source>More than luminance, background and hair?</source>
        <translation>Plus que luminance, fond et cheveux&#xa0;?</translation>
    </message>
    <message>
        <source>Training pictures that are test faces</source>
        <translation>Images d’entraînement qui sont des visages de test</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à&#xa0;%2</translation>
    </message>
    <message>
        <source>Mean to %1</source>
        <translation>Moyenne à&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 +&#xa0;%2</translation>
    </message>
    <message>
        <source>steps between codes</source>
        <translation>pas entre codes</translation>
    </message>
    <message>
        <source>beyond: caricature</source>
        <translation>au-delà&#xa0;: caricature</translation>
    </message>
    <message>
        <source>axis added</source>
        <translation>axe ajouté</translation>
    </message>
    <message>
        <source>%1, as it was shown</source>
        <translation>%1, tel que montré</translation>
    </message>
    <message>
        <source>Amount %1; %2 standard deviations from the training mean</source>
        <translation>Quantité&#xa0;%1&#xa0;; à&#xa0;%2 écarts-types de la moyenne d’entraînement</translation>
    </message>
    <message>
        <source>%1, %2: arithmetic with codes of faces</source>
        <translation>%1,&#xa0;%2&#xa0;: arithmétique de codes de visages</translation>
    </message>
    <message>
        <source>First column: as shown. All else is made from codes of pictures.</source>
        <translation>Première colonne&#xa0;: tel que montré. Tout le reste est fait de codes d’images.</translation>
    </message>
    <message>
        <source>+1: as far as mean codes with and without the attribute lie apart.</source>
        <translation>+1&#xa0;: l’écart entre les codes moyens avec et sans l’attribut.</translation>
    </message>
    <message>
        <source>Steps in latent space</source>
        <translation>Pas dans l’espace latent</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Distance from the mean (sd)</source>
        <translation>Distance à la moyenne (é.-t.)</translation>
    </message>
    <message>
        <source>Axis tells the attribute (chance 50 %)</source>
        <translation>L’axe reconnaît l’attribut (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>%1 makes no pictures of codes.</source>
        <translation>%1 ne fait pas d’images des codes.</translation>
    </message>
    <message>
        <source>Codes of the first faces of the fit are added and subtracted, and the face model makes pictures of the results (paper, Fig. 1b): steps between two faces; from the mean of the training codes through a face and beyond; and a face with the axis of an attribute added, the mean code of training pictures with the attribute less that of those without, so that 1 is the distance between these means. The distance of a code from the training mean is the root mean square over latents in training standard deviations, about 1 for training pictures. How well an axis tells its attribute was measured on pictures that it has not seen (mean of both shares that are right).</source>
        <translation>Les codes des premiers visages de l’ajustement sont additionnés et soustraits, et le modèle fait des images des résultats (article, Fig. 1b)&#xa0;: des pas entre deux visages&#xa0;; de la moyenne des codes d’entraînement à un visage et au-delà&#xa0;; et un visage auquel on ajoute l’axe d’un attribut, le code moyen des images d’entraînement qui l’ont moins celui des autres, de sorte que 1 est la distance entre ces moyennes. La distance d’un code à la moyenne d’entraînement est la moyenne quadratique sur les latents en écarts-types d’entraînement, environ 1 pour des images d’entraînement. La qualité d’un axe a été mesurée sur des images qu’il n’a pas vues (moyenne des deux parts justes).</translation>
    </message>
    <message>
        <source>%1: noise ceiling of the patterns</source>
        <translation>%1&#xa0;: plafond de bruit des activités</translation>
    </message>
    <message>
        <source>variance of mean patterns that repeats, per cent; bars: all voxels together, lines: quartiles of single voxels</source>
        <translation>variance des activités moyennes qui se répète, pour cent&#xa0;; barres&#xa0;: tous les voxels ensemble, traits&#xa0;: quartiles des voxels</translation>
    </message>
    <message>
        <source>From %1 exploration faces, shown %2 times each on the average: the share of the variance of their mean patterns that repeats from showing to showing (Allen et al. 2022), what all showings of a run share taken out. No model of the faces can explain more of the patterns. Sealed faces have no part in it.</source>
        <translation>De&#xa0;%1 visages d’exploration, montrés&#xa0;%2 fois chacun en moyenne&#xa0;: la part de la variance de leurs activités moyennes qui se répète d’une présentation à l’autre (Allen et al. 2022), sans ce que toutes les présentations d’un run partagent. Aucun modèle des visages ne peut expliquer plus des activités. Les visages scellés n’y ont aucune part.</translation>
    </message>
    <message>
        <source>Noise ceiling by region</source>
        <translation>Plafond de bruit par région</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>Median voxel</source>
        <translation>Voxel médian</translation>
    </message>
    <message>
        <source>Signal to noise (ncsnr)</source>
        <translation>Signal sur bruit (ncsnr)</translation>
    </message>
    <message>
        <source>%1, read from %2 voxels of %3: %4 of the comparisons are won; its own face is number %5 of %6</source>
        <translation>%1, lu de&#xa0;%2 voxels de&#xa0;%3&#xa0;:&#xa0;%4 des comparaisons gagnées&#xa0;; son visage est le numéro&#xa0;%5 sur&#xa0;%6</translation>
    </message>
    <message>
        <source>Contrast matched: codes stretched to the length of training codes.</source>
        <translation>Contraste ajusté&#xa0;: codes étirés à la longueur des codes d’entraînement.</translation>
    </message>
    <message>
        <source>Below: share of comparisons that its own face wins; chance 50 %.</source>
        <translation>Dessous&#xa0;: part des comparaisons que son visage gagne&#xa0;; hasard 50&#xa0;%.</translation>
    </message>
    <message>
        <source>The first %1 of %2 faces, in the order of the fit.</source>
        <translation>Les&#xa0;%1 premiers des&#xa0;%2 visages, dans l’ordre de l’ajustement.</translation>
    </message>
    <message>
        <source>%1: faces read from the %2 voxels</source>
        <translation>%1&#xa0;: visages lus des voxels&#xa0;%2</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Montré</translation>
    </message>
    <message>
        <source>of the true code</source>
        <translation>du vrai code</translation>
    </message>
    <message>
        <source>read from the brain</source>
        <translation>lu du cerveau</translation>
    </message>
    <message>
        <source>%1, %2: faces read from each region</source>
        <translation>%1,&#xa0;%2&#xa0;: visages lus de chaque région</translation>
    </message>
    <message>
        <source>Comparisons that each face wins, by region (chance 50 %)</source>
        <translation>Comparaisons que chaque visage gagne, par région (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>The fit does not have the pictures of all test faces: what was read with %1 stands without its originals.</source>
        <translation>L’ajustement n’a pas les images de tous les visages de test&#xa0;: ce qui a été lu avec&#xa0;%1 est sans ses originaux.</translation>
    </message>
    <message>
        <source>Each code that was read is made a picture by the face model. Noise and ridge shrink codes towards the training mean, so that pictures of them are pale: for the pictures only, each code is stretched from the mean to the length that training codes have, in training standard deviations (contrast matched). What the model makes of the true code is as good as reading could be. Faces stand in the order of the fit and are not chosen by score.</source>
        <translation>Le modèle fait une image de chaque code lu. Le bruit et la régularisation rapprochent les codes de la moyenne d’entraînement, et leurs images sont pâles&#xa0;: pour les images seulement, chaque code est étiré depuis la moyenne à la longueur des codes d’entraînement, en écarts-types d’entraînement (contraste ajusté). Ce que le modèle fait du vrai code est le mieux que la lecture puisse donner. Les visages sont dans l’ordre de l’ajustement, non choisis par score.</translation>
    </message>
    <message>
        <source>Pixel correlation</source>
        <translation>Corrélation des pixels</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Multi-scale SSIM</source>
        <translation>SSIM multi-échelle</translation>
    </message>
    <message>
        <source>Correlation of codes</source>
        <translation>Corrélation des codes</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>How near reconstructions come to their originals; single tests, not corrected</source>
        <translation>À quel point les reconstructions approchent leurs originaux&#xa0;; tests isolés, non corrigés</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>p (pairing)</source>
        <translation>p (appariement)</translation>
    </message>
    <message>
        <source>Mean face</source>
        <translation>Visage moyen</translation>
    </message>
    <message>
        <source>True code</source>
        <translation>Vrai code</translation>
    </message>
    <message>
        <source>The same of each face</source>
        <translation>La même chose, visage par visage</translation>
    </message>
    <message>
        <source>Between face models, paired over faces (no difference: 0)</source>
        <translation>Entre modèles, appariés par visage (pas de différence&#xa0;: 0)</translation>
    </message>
    <message>
        <source>First − second</source>
        <translation>Premier − second</translation>
    </message>
    <message>
        <source>p (signs)</source>
        <translation>p (signes)</translation>
    </message>
    <message>
        <source>%1: reconstructions against originals</source>
        <translation>%1&#xa0;: reconstructions contre originaux</translation>
    </message>
    <message>
        <source>mean over faces, interval; small dots: single faces</source>
        <translation>moyenne, intervalle&#xa0;; petits points&#xa0;: visages</translation>
    </message>
    <message>
        <source>mean training face</source>
        <translation>visage moyen</translation>
    </message>
    <message>
        <source>chance: other originals</source>
        <translation>hasard&#xa0;: autres originaux</translation>
    </message>
    <message>
        <source>true code</source>
        <translation>vrai code</translation>
    </message>
    <message>
        <source>Reconstructions against originals</source>
        <translation>Reconstructions contre originaux</translation>
    </message>
    <message>
        <source>mean over subjects; small dots: subjects</source>
        <translation>moyenne&#xa0;; petits points&#xa0;: sujets</translation>
    </message>
    <message>
        <source>W = %1, exact p = %2</source>
        <translation>W =&#xa0;%1, p exact =&#xa0;%2</translation>
    </message>
    <message>
        <source>Pictures of %1 pixels are too small for SSIM.</source>
        <translation>Des images de&#xa0;%1 pixels sont trop petites pour SSIM.</translation>
    </message>
    <message>
        <source>Pictures of %1 pixels hold %2 of the 5 scales; the weights of these are divided by their sum.</source>
        <translation>Des images de&#xa0;%1 pixels contiennent&#xa0;%2 des 5 échelles&#xa0;; leurs poids sont divisés par leur somme.</translation>
    </message>
    <message>
        <source>All 5 scales are used.</source>
        <translation>Les 5 échelles sont utilisées.</translation>
    </message>
    <message>
        <source>Pictures of %1 cannot be compared with originals: one or the other is missing.</source>
        <translation>Les images de&#xa0;%1 ne peuvent pas être comparées aux originaux&#xa0;: les unes ou les autres manquent.</translation>
    </message>
    <message>
        <source>Pictures of the codes read from the selected voxels, contrast matched as they are shown, are compared with their originals at the model&apos;s size. Pixel correlation: Pearson over all pixels and colours. SSIM: grey values, window of 11 × 11 with a Gaussian of sd 1.5 (Wang et al. 2004). Multi-scale SSIM: Wang et al. 2003. %1 Correlation of codes: Pearson over latents, in training standard deviations from the training mean. Identity: share of faces whose picture correlates more with its own original than with any other, in the middle of the picture at 32 × 32 grey values; chance 1 in %2. Chance: the same pictures against all other originals. p: originals given to the pictures in %3 orders. Intervals hold %4 %: bootstrap over faces (BCa). Mean face: the picture of the mean training code. Face models are compared by flipping the signs of the differences between faces (two-sided).</source>
        <translation>Les images des codes lus des voxels sélectionnés, au contraste ajusté comme elles sont montrées, sont comparées à leurs originaux à la taille du modèle. Corrélation des pixels&#xa0;: Pearson sur tous les pixels et couleurs. SSIM&#xa0;: niveaux de gris, fenêtre de 11 × 11 à gaussienne d’é.-t. 1,5 (Wang et al. 2004). SSIM multi-échelle&#xa0;: Wang et al. 2003.&#xa0;%1 Corrélation des codes&#xa0;: Pearson sur les latents, en écarts-types d’entraînement depuis la moyenne d’entraînement. Identité&#xa0;: part des visages dont l’image est plus corrélée à son original qu’à tout autre, au milieu de l’image en 32 × 32 niveaux de gris&#xa0;; hasard 1 sur&#xa0;%2. Hasard&#xa0;: les mêmes images contre tous les autres originaux. p&#xa0;: originaux donnés aux images dans&#xa0;%3 ordres. Intervalles à&#xa0;%4&#xa0;%&#xa0;: bootstrap sur les visages (BCa). Visage moyen&#xa0;: l’image du code moyen d’entraînement. Les modèles sont comparés en changeant les signes des différences entre visages (bilatéral).</translation>
    </message>
    <message>
        <source>Pictures of the codes are compared with originals.</source>
        <translation>Les images des codes sont comparées aux originaux.</translation>
    </message>
    <message>
        <source>Means over faces are ranked between face models within each subject (Friedman&apos;s test, corrected for ties). The asymptotic p is what papers print; with few subjects only the exact one keeps its level. Each measure is tested by itself, not corrected for their number.</source>
        <translation>Les moyennes sur les visages sont rangées entre modèles dans chaque sujet (test de Friedman, corrigé des ex æquo). Le p asymptotique est celui que les articles impriment&#xa0;; avec peu de sujets, seul l’exact tient son niveau. Chaque mesure est testée seule, sans correction pour leur nombre.</translation>
    </message>
    <message>
        <source>Do face models differ? Friedman&apos;s test over subjects</source>
        <translation>Les modèles diffèrent-ils&#xa0;? Test de Friedman entre sujets</translation>
    </message>
    <message>
        <source>Lowest subject</source>
        <translation>Sujet le plus bas</translation>
    </message>
    <message>
        <source>Highest subject</source>
        <translation>Sujet le plus haut</translation>
    </message>
    <message>
        <source>imagined</source>
        <translation>imaginé</translation>
    </message>
    <message>
        <source>imagined, true code</source>
        <translation>imaginé, vrai code</translation>
    </message>
    <message>
        <source>%1: the imagined face, read from each region</source>
        <translation>%1&#xa0;: le visage imaginé, lu de chaque région</translation>
    </message>
    <message>
        <source>Below: share of the %1 other candidates that lose; chance 50 %.</source>
        <translation>Dessous&#xa0;: part des&#xa0;%1 autres candidats qui perdent&#xa0;; hasard 50&#xa0;%.</translation>
    </message>
    <message>
        <source>The first %1 of %2 trials.</source>
        <translation>Les&#xa0;%1 premiers des&#xa0;%2 essais.</translation>
    </message>
    <message>
        <source>%1: the candidates, the imagined face among them</source>
        <translation>%1&#xa0;: les candidats, dont le visage imaginé</translation>
    </message>
    <message>
        <source>The imagined face cannot be shown: no face model of the fit makes pictures.</source>
        <translation>Le visage imaginé ne peut pas être montré&#xa0;: aucun modèle de l’ajustement ne fait d’images.</translation>
    </message>
    <message>
        <source>Each imagery trial against the others (chance 50 %)</source>
        <translation>Chaque essai d’imagerie contre les autres (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>A training picture counts as a test face where the face model gives both the same code. Where there are such pictures, W is estimated again from the kept series without them: their trials keep the response to any face and lose that to their latents. Pictures that are only nearly the same are found by the audit of the study. Chance: 50 % pairwise.</source>
        <translation>Une image d’entraînement compte comme visage de test là où le modèle donne aux deux le même code. S’il y en a, W est estimé de nouveau sur la série gardée sans elles&#xa0;: leurs essais gardent la réponse à tout visage et perdent celle à leurs latents. Les images seulement presque identiques sont trouvées par l’audit de l’étude. Hasard&#xa0;: 50&#xa0;% par paires.</translation>
    </message>
    <message>
        <source>Training pictures that are also test faces, and the scores without them</source>
        <translation>Images d’entraînement qui sont aussi des visages de test, et les scores sans elles</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>without them</source>
        <translation>sans elles</translation>
    </message>
    <message>
        <source>%1, %2: do faces carry more than luminance, background and hair?</source>
        <translation>%1,&#xa0;%2&#xa0;: les visages portent-ils plus que luminance, fond et cheveux&#xa0;?</translation>
    </message>
    <message>
        <source>%1: all of the code</source>
        <translation>%1&#xa0;: tout le code</translation>
    </message>
    <message>
        <source>without low-level features</source>
        <translation>sans propriétés élémentaires</translation>
    </message>
    <message>
        <source>random directions out</source>
        <translation>sans directions au hasard</translation>
    </message>
    <message>
        <source>low-level features alone</source>
        <translation>propriétés élémentaires seules</translation>
    </message>
    <message>
        <source>%1 features say what a picture is like before anybody sees a face in it: mean colours of the whole, of the background, of the hair and of the skin, contrasts, and how light lies. Of %2 pictures that the face model makes of codes drawn from the training mean and sd, codes are regressed on the features; the directions found are taken out of decoded and true codes (in training standard deviations about the training mean), and pairs are counted again. Random directions out: as many others taken out, mean of 20 draws. p permutes which face is whose; the interval holds %3 %, by bootstrap over %4 faces. Chance: 50 %. What a linear map of codes cannot tell of the features stays in.</source>
        <translation>%1 propriétés disent comment est une image avant qu’on y voie un visage&#xa0;: couleurs moyennes du tout, du fond, des cheveux et de la peau, contrastes, et sens de la lumière. Sur&#xa0;%2 images que le modèle fait de codes tirés de la moyenne et de l’écart-type d’entraînement, les codes sont régressés sur les propriétés&#xa0;; les directions trouvées sont ôtées des codes décodés et vrais (en écarts-types d’entraînement autour de la moyenne d’entraînement), et les paires comptées de nouveau. Directions au hasard&#xa0;: autant d’autres ôtées, moyenne de 20 tirages. p permute l’appartenance des visages&#xa0;; l’intervalle est à&#xa0;%3&#xa0;%, par bootstrap sur&#xa0;%4 visages. Hasard&#xa0;: 50&#xa0;%. Ce qu’une application linéaire des codes ne dit pas des propriétés y reste.</translation>
    </message>
    <message>
        <source>Pairwise recognition without low-level features (chance 50 %)</source>
        <translation>Reconnaissance par paires sans propriétés élémentaires (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>All of the code</source>
        <translation>Tout le code</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>Random directions out</source>
        <translation>Sans directions au hasard</translation>
    </message>
    <message>
        <source>Features alone</source>
        <translation>Propriétés seules</translation>
    </message>
    <message>
        <source>Variance of codes they explain</source>
        <translation>Variance des codes qu’elles expliquent</translation>
    </message>
    <message>
        <source>λ: %1 of the mean diagonal</source>
        <translation>λ&#xa0;:&#xa0;%1 de la diagonale moyenne</translation>
    </message>
    <message>
        <source>D: 1, for the constant 0</source>
        <translation>D&#xa0;: 1, pour la constante 0</translation>
    </message>
    <message>
        <source>decoder: %1</source>
        <translation>décodeur&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>%1: how faces are read with %2</source>
        <translation>%1&#xa0;: comment les visages sont lus avec&#xa0;%2</translation>
    </message>
    <message>
        <source>The method is not drawn: no face model of the fit makes pictures.</source>
        <translation>La méthode n’est pas dessinée&#xa0;: aucun modèle de l’ajustement ne fait d’images.</translation>
    </message>
    <message>
        <source>In training every picture that was shown has a code, and W is the linear regression of the brain&apos;s responses on these codes (paper, Fig. 2a). In the test the response to a face that W has not seen is turned back into a code, and the face model makes a picture of it (Fig. 2b). The brain is the axial slice of the mean functional image with most of the selected voxels, which are orange. Of the code the first numbers are drawn, blue above the training mean and orange below. The face is the first of the fit.</source>
        <translation>À l’entraînement, chaque image montrée a un code, et W est la régression linéaire des réponses du cerveau sur ces codes (article, Fig. 2a). Au test, la réponse à un visage que W n’a pas vu est ramenée à un code, et le modèle en fait une image (Fig. 2b). Le cerveau est la coupe axiale de l’image fonctionnelle moyenne qui a le plus de voxels sélectionnés, en orange. Du code, les premiers nombres sont dessinés, en bleu au-dessus de la moyenne d’entraînement et en orange au-dessous. Le visage est le premier de l’ajustement.</translation>
    </message>
    <message>
        <source>Counts of the study</source>
        <translation>Nombres de l’étude</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>Latents</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Voxels of W</source>
        <translation>Voxels de W</translation>
    </message>
    <message>
        <source>Voxels read</source>
        <translation>Voxels lus</translation>
    </message>
    <message>
        <source>Face drawn</source>
        <translation>Visage dessiné</translation>
    </message>
    <message>
        <source>r of its code</source>
        <translation>r de son code</translation>
    </message>
    <message>
        <source>A measure of %1 things in %2 orders cannot be permuted.</source>
        <translation>Une mesure de&#xa0;%1 choses en&#xa0;%2 ordres ne peut pas être permutée.</translation>
    </message>
    <message>
        <source>Signs of %1 differences in %2 orders cannot be flipped.</source>
        <translation>Les signes de&#xa0;%1 différences en&#xa0;%2 ordres ne peuvent pas être changés.</translation>
    </message>
    <message>
        <source>Learning attributes from codes, %1</source>
        <translation>Apprentissage d’attributs sur les codes,&#xa0;%1</translation>
    </message>
    <message>
        <source>%1: a map needs selected voxels and at least %2 latents that vary.</source>
        <translation>%1&#xa0;: une carte demande des voxels sélectionnés et au moins&#xa0;%2 latents qui varient.</translation>
    </message>
    <message>
        <source>Maps of attributes, %1</source>
        <translation>Cartes des attributs,&#xa0;%1</translation>
    </message>
    <message>
        <source>%1: there are no axes of attributes beside this face model. The attributes command makes them.</source>
        <translation>%1&#xa0;: il n’y a pas d’axes d’attributs à côté de ce modèle. La commande attributes les fait.</translation>
    </message>
    <message>
        <source>%1 axial slices, z = %2 to %3 mm, row by row; left is left</source>
        <translation>%1 coupes axiales, z =&#xa0;%2 à&#xa0;%3 mm, ligne par ligne&#xa0;; la gauche est à gauche</translation>
    </message>
    <message>
        <source>The study and its fit</source>
        <translation>L’étude et son ajustement</translation>
    </message>
    <message>
        <source>Attributes of faces</source>
        <translation>Attributs des visages</translation>
    </message>
    <message>
        <source>Where attributes are</source>
        <translation>Où sont les attributs</translation>
    </message>
    <message>
        <source>Attributes learnt from codes</source>
        <translation>Attributs appris sur les codes</translation>
    </message>
    <message>
        <source>Representational similarity</source>
        <translation>Similarité des représentations</translation>
    </message>
    <message>
        <source>%1, %2: attributes learnt (exploratory)</source>
        <translation>%1,&#xa0;%2&#xa0;: attributs appris (exploratoire)</translation>
    </message>
    <message>
        <source>balanced accuracy of faces left out, per cent; dot: permuted labels</source>
        <translation>exactitude équilibrée, pour cent&#xa0;; point&#xa0;: étiquettes permutées</translation>
    </message>
    <message>
        <source>one half</source>
        <translation>une moitié</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 + %2 faces, p = %3, FDR %4</source>
        <translation>%1 +&#xa0;%2 visages, p =&#xa0;%3, FDR&#xa0;%4</translation>
    </message>
    <message>
        <source>Attributes learnt from the decoded codes of the other faces (exploratory)</source>
        <translation>Attributs appris sur les codes décodés des autres visages (exploratoire)</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>with it</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Justes</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibrée</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>au hasard</translation>
    </message>
    <message>
        <source>p (FDR)</source>
        <translation>p (FDR)</translation>
    </message>
    <message>
        <source>Exploratory: a logistic regression learns an attribute from the decoded codes of all faces but one and is asked about that one. All latents count, in training standard deviations, scaled to a mean squared distance of 1 from their mean; faces with and without weigh alike; the penalty is one half of the squared weights and was not tuned. The balanced accuracy is the mean of the shares right among faces with and without. Chance is the mean of %1 permutations of the labels, and p the share of them that do as well. Intervals hold %2 % (bootstrap over the faces&apos; answers, with and without). Of the first attribute every region was asked, of the others the first; at least three faces on each side. p (FDR) is corrected for attributes (Benjamini and Hochberg) in each region.</source>
        <translation>Exploratoire&#xa0;: une régression logistique apprend un attribut sur les codes décodés de tous les visages sauf un et est interrogée sur celui-là. Tous les latents comptent, en écarts-types d’entraînement, ramenés à une distance quadratique moyenne de 1 à leur moyenne&#xa0;; les visages avec et sans pèsent autant&#xa0;; la pénalité est la moitié des poids au carré et n’a pas été réglée. L’exactitude équilibrée est la moyenne des parts justes parmi les visages avec et sans. Le hasard est la moyenne de&#xa0;%1 permutations des étiquettes, et p la part d’entre elles qui font aussi bien. Intervalles à&#xa0;%2&#xa0;% (bootstrap sur les réponses, avec et sans). Du premier attribut, chaque région a été interrogée, des autres la première&#xa0;; au moins trois visages de chaque côté. p (FDR) est corrigé pour les attributs (Benjamini et Hochberg) dans chaque région.</translation>
    </message>
    <message>
        <source>A classifier is learnt only from labels: give a table of what the pictures of test faces show.</source>
        <translation>Un classifieur ne s’apprend que sur des étiquettes&#xa0;: donnez un tableau de ce que montrent les images des visages de test.</translation>
    </message>
    <message>
        <source>No attribute has three labelled faces on each side.</source>
        <translation>Aucun attribut n’a trois visages étiquetés de chaque côté.</translation>
    </message>
    <message>
        <source>%1: %2 or not, threshold at 0, per cent right</source>
        <translation>%1&#xa0;:&#xa0;%2 ou non, seuil à 0, pour cent de justes</translation>
    </message>
    <message>
        <source>%1: %2 or not, threshold in the middle, per cent right</source>
        <translation>%1&#xa0;:&#xa0;%2 ou non, seuil au milieu, pour cent de justes</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p =&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 of %2, p = %3</source>
        <translation>%1 sur&#xa0;%2, p =&#xa0;%3</translation>
    </message>
    <message>
        <source>true codes (ceiling)</source>
        <translation>vrais codes (plafond)</translation>
    </message>
    <message>
        <source>Attributes of the faces of all subjects (chance 50 %)</source>
        <translation>Attributs des visages de tous les sujets (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Axe</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>The first attribute of each subject&apos;s faces</source>
        <translation>Le premier attribut des visages de chaque sujet</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Do regions differ? Friedman&apos;s test over subjects</source>
        <translation>Les régions diffèrent-elles&#xa0;? Test de Friedman entre sujets</translation>
    </message>
    <message>
        <source>The first attribute: which regions differ? Mean ranks, two at a time</source>
        <translation>Le premier attribut&#xa0;: quelles régions diffèrent&#xa0;? Rangs moyens, deux à deux</translation>
    </message>
    <message>
        <source>The right answers of all subjects are added and tested against one half each (binomial; intervals by Clopper and Pearson), as the paper does; that takes the faces for independent and says nothing of other subjects. p (FDR) is corrected for the number of attributes (Benjamini and Hochberg), for each axis, threshold and region by itself. Regions are compared by Friedman&apos;s test of the subjects&apos; scores, corrected for ties, and two at a time on mean ranks by Tukey&apos;s studentized range and by Bonferroni; with few subjects only the exact p of Friedman&apos;s test keeps its level. The ceiling is the mean score of the subjects&apos; true codes.</source>
        <translation>Les réponses justes de tous les sujets sont additionnées et testées contre une moitié chacune (binomiale&#xa0;; intervalles de Clopper et Pearson), comme dans l’article&#xa0;; cela tient les visages pour indépendants et ne dit rien d’autres sujets. p (FDR) est corrigé pour le nombre d’attributs (Benjamini et Hochberg), pour chaque axe, seuil et région à part. Les régions sont comparées par le test de Friedman des scores des sujets, corrigé des ex æquo, et deux à deux sur les rangs moyens par l’étendue studentisée de Tukey et par Bonferroni&#xa0;; avec peu de sujets, seul le p exact du test de Friedman tient son niveau. Le plafond est le score moyen des vrais codes des sujets.</translation>
    </message>
    <message>
        <source>%1, %2: weights along %3</source>
        <translation>%1,&#xa0;%2&#xa0;: poids le long de&#xa0;%3</translation>
    </message>
    <message>
        <source>r across %1 latents</source>
        <translation>r sur&#xa0;%1 latents</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>non&#xa0;%1</translation>
    </message>
    <message>
        <source>full colours: |r| &gt; %1, corrected for %2 voxels (p &lt; 0.05,</source>
        <translation>couleurs pleines&#xa0;: |r| &gt;&#xa0;%1, corrigé pour&#xa0;%2 voxels (p &lt; 0,05,</translation>
    </message>
    <message>
        <source>maximum of %1 random directions); pale: below it, uncorrected</source>
        <translation>maximum de&#xa0;%1 directions au hasard)&#xa0;; pâles&#xa0;: au-dessous, non corrigé</translation>
    </message>
    <message>
        <source>%1: which of %2 voxels answer to attributes (|r| &gt; %3: p &lt; 0.05, corrected for voxels)</source>
        <translation>%1&#xa0;: lesquels de&#xa0;%2 voxels répondent aux attributs (|r| &gt;&#xa0;%3&#xa0;: p &lt; 0,05, corrigé pour les voxels)</translation>
    </message>
    <message>
        <source>r above</source>
        <translation>r au-dessus</translation>
    </message>
    <message>
        <source>r below</source>
        <translation>r au-dessous</translation>
    </message>
    <message>
        <source>p (largest |r|)</source>
        <translation>p (plus grand |r|)</translation>
    </message>
    <message>
        <source>highest r</source>
        <translation>r le plus haut</translation>
    </message>
    <message>
        <source>x, mm</source>
        <translation>x, mm</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>lowest r</source>
        <translation>r le plus bas</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans&#xa0;%1</translation>
    </message>
    <message>
        <source>Each selected voxel&apos;s weights are correlated, across the %1 latents that vary, with the axis of an attribute (mean code of faces with it less that of faces without), both per training standard deviation. The threshold is the largest |r| of any selected voxel that one in twenty of %2 random directions exceeds; they vary together as the training codes do, as the axes of labels dealt out at random would. It asks whether a voxel answers to this attribute more than to any mixture of what faces differ in. Corrected for voxels, not for attributes.</source>
        <translation>Les poids de chaque voxel sélectionné sont corrélés, sur les&#xa0;%1 latents qui varient, avec l’axe d’un attribut (code moyen des visages qui l’ont moins celui des autres), les deux par écart-type d’entraînement. Le seuil est le plus grand |r| de tout voxel sélectionné que dépasse une sur vingt de&#xa0;%2 directions au hasard&#xa0;; elles varient ensemble comme les codes d’entraînement, comme le feraient les axes d’étiquettes distribuées au hasard. On demande si un voxel répond à cet attribut plus qu’à n’importe quel mélange de ce qui distingue les visages. Corrigé pour les voxels, non pour les attributs.</translation>
    </message>
    <message>
        <source>Each selected voxel&apos;s weights are correlated, across the %1 latents that vary, with the axis of an attribute (mean code of faces with it less that of faces without), both per training standard deviation. The threshold is the largest |r| of any selected voxel that one in twenty of %2 random directions exceeds. How the training codes vary together is not known to this fit: the directions take every latent by itself, which can make the threshold too low. Corrected for voxels, not for attributes.</source>
        <translation>Les poids de chaque voxel sélectionné sont corrélés, sur les&#xa0;%1 latents qui varient, avec l’axe d’un attribut (code moyen des visages qui l’ont moins celui des autres), les deux par écart-type d’entraînement. Le seuil est le plus grand |r| de tout voxel sélectionné que dépasse une sur vingt de&#xa0;%2 directions au hasard. Cet ajustement ne sait pas comment les codes d’entraînement varient ensemble&#xa0;: les directions prennent chaque latent à part, ce qui peut rendre le seuil trop bas. Corrigé pour les voxels, non pour les attributs.</translation>
    </message>
    <message>
        <source>%1 of %2, p (≥) = %3, p (&gt;) = %4</source>
        <translation>%1 sur&#xa0;%2, p (≥) =&#xa0;%3, p (&gt;) =&#xa0;%4</translation>
    </message>
    <message>
        <source>%1, %2: %3 or not, threshold at 0</source>
        <translation>%1,&#xa0;%2&#xa0;:&#xa0;%3 ou non, seuil à 0</translation>
    </message>
    <message>
        <source>%1, %2: %3 or not, threshold in the middle</source>
        <translation>%1,&#xa0;%2&#xa0;:&#xa0;%3 ou non, seuil au milieu</translation>
    </message>
    <message>
        <source>right, per cent; %1 of %2 and more: p (≥) &lt; 0.05</source>
        <translation>justes, pour cent&#xa0;;&#xa0;%1 sur&#xa0;%2 et plus&#xa0;: p (≥) &lt; 0,05</translation>
    </message>
    <message>
        <source>on the true code&apos;s side, per cent; %1 of %2 and more: p (≥) &lt; 0.05</source>
        <translation>du côté du vrai code, pour cent&#xa0;;&#xa0;%1 sur&#xa0;%2 et plus&#xa0;: p (≥) &lt; 0,05</translation>
    </message>
    <message>
        <source>chance 50 %</source>
        <translation>hasard 50&#xa0;%</translation>
    </message>
    <message>
        <source>%1, %2: faces on the axis of %3</source>
        <translation>%1,&#xa0;%2&#xa0;: visages sur l’axe de&#xa0;%3</translation>
    </message>
    <message>
        <source>projection; the means of faces with and without lie 1 apart</source>
        <translation>projection&#xa0;; les moyennes des visages avec et sans sont à 1 l’une de l’autre</translation>
    </message>
    <message>
        <source>no labels were given: colours are the side of the true code</source>
        <translation>aucune étiquette donnée&#xa0;: les couleurs sont le côté du vrai code</translation>
    </message>
    <message>
        <source>0 (paper)</source>
        <translation>0 (article)</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>milieu</translation>
    </message>
    <message>
        <source>true codes</source>
        <translation>vrais codes</translation>
    </message>
    <message>
        <source>AUC %1</source>
        <translation>AUC&#xa0;%1</translation>
    </message>
    <message>
        <source>%1, %2: attributes read from “%3”</source>
        <translation>%1,&#xa0;%2&#xa0;: attributs lus de «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>area under the ROC curve; blue: FDR &lt; 0.05</source>
        <translation>aire sous la courbe ROC&#xa0;; bleu&#xa0;: FDR &lt; 0,05</translation>
    </message>
    <message>
        <source>area under the ROC curve for the true code&apos;s side; blue: FDR &lt; 0.05</source>
        <translation>aire sous la courbe ROC pour le côté du vrai code&#xa0;; bleu&#xa0;: FDR &lt; 0,05</translation>
    </message>
    <message>
        <source>FDR %1</source>
        <translation>FDR&#xa0;%1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>justes</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitude</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>équilibrée</translation>
    </message>
    <message>
        <source>All attributes, by region (chance 50 %)</source>
        <translation>Tous les attributs, par région (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>fréquence</translation>
    </message>
    <message>
        <source>right answers for p (≥) &lt; 0.05</source>
        <translation>réponses justes pour p (≥) &lt; 0,05</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Threshold at</source>
        <translation>Seuil à</translation>
    </message>
    <message>
        <source>Threshold in the middle, at</source>
        <translation>Seuil au milieu, à</translation>
    </message>
    <message>
        <source>r with true projections</source>
        <translation>r avec les vraies projections</translation>
    </message>
    <message>
        <source>The first attribute, by region (chance 50 %)</source>
        <translation>Le premier attribut, par région (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>at</source>
        <translation>à</translation>
    </message>
    <message>
        <source>%1: projections of the faces on the axis of %2 (mean difference)</source>
        <translation>%1&#xa0;: projections des visages sur l’axe de&#xa0;%2 (différence des moyennes)</translation>
    </message>
    <message>
        <source>Label (1 with, −1 without)</source>
        <translation>Étiquette (1 avec, −1 sans)</translation>
    </message>
    <message>
        <source>Codes read from a region are projected on the axis of an attribute, found in %1: the mean code of faces with it less that of faces without (mean difference), or the direction of a logistic regression on codes. Projections are in units of the distance between the two means. A face is said to have the attribute when its projection is above 0, as in the paper, or above the middle of the two means, which the mean training code places. The truth is the given table of labels; faces of unknown label are left out. The true codes&apos; score is the paper&apos;s ceiling, which few faces can exceed by chance. p (≥) is the chance of at least as many right answers, one half each, and p (&gt;) of more, as the paper prints; intervals of shares hold %2 % (Clopper and Pearson). Where few faces have the attribute, or few have not, guessing scores more than one half: the balanced accuracy and the area under the curve allow for that. The area under the ROC curve (AUC) is the chance that a face with the attribute projects higher than one without, and needs no threshold, which noise can push all faces across; its p counts the ways to deal the labels out to the faces, its interval is a bootstrap over faces with and without (BCa). p (FDR) is corrected for %3 attributes (Benjamini and Hochberg), for each axis and region by itself.</source>
        <translation>Les codes lus d’une région sont projetés sur l’axe d’un attribut, trouvé dans&#xa0;%1&#xa0;: le code moyen des visages qui l’ont moins celui des autres (différence des moyennes), ou la direction d’une régression logistique sur les codes. Les projections sont en unités de la distance entre les deux moyennes. Un visage est dit avoir l’attribut quand sa projection est au-dessus de 0, comme dans l’article, ou du milieu des deux moyennes, que place le code moyen d’entraînement. La vérité est le tableau d’étiquettes donné&#xa0;; les visages sans étiquette sont laissés de côté. Le score des vrais codes est le plafond de l’article, que peu de visages peuvent dépasser par hasard. p (≥) est la probabilité d’au moins autant de réponses justes, une moitié chacune, et p (&gt;) de plus, comme l’article l’imprime&#xa0;; intervalles des parts à&#xa0;%2&#xa0;% (Clopper et Pearson). Là où peu de visages ont l’attribut, ou peu ne l’ont pas, deviner donne plus d’une moitié&#xa0;: l’exactitude équilibrée et l’aire sous la courbe en tiennent compte. L’aire sous la courbe ROC (AUC) est la probabilité qu’un visage qui a l’attribut se projette plus haut qu’un autre, et ne demande pas de seuil, que le bruit peut faire franchir à tous&#xa0;; son p compte les façons de distribuer les étiquettes, son intervalle est un bootstrap sur les visages avec et sans (BCa). p (FDR) est corrigé pour&#xa0;%3 attributs (Benjamini et Hochberg), pour chaque axe et région à part.</translation>
    </message>
    <message>
        <source>Codes read from a region are projected on the axis of an attribute, found in %1: the mean code of faces with it less that of faces without (mean difference), or the direction of a logistic regression on codes. Projections are in units of the distance between the two means. A face is said to have the attribute when its projection is above 0, as in the paper, or above the middle of the two means, which the mean training code places. No labels of the faces were given: the truth is the side of the threshold that a face&apos;s true code lies on, so this tests the decoder, not what people see, and true codes would be right by construction. p (≥) is the chance of at least as many right answers, one half each, and p (&gt;) of more, as the paper prints; intervals of shares hold %2 % (Clopper and Pearson). Where few faces have the attribute, or few have not, guessing scores more than one half: the balanced accuracy and the area under the curve allow for that. The area under the ROC curve (AUC) is the chance that a face with the attribute projects higher than one without, and needs no threshold, which noise can push all faces across; its p counts the ways to deal the labels out to the faces, its interval is a bootstrap over faces with and without (BCa). p (FDR) is corrected for %3 attributes (Benjamini and Hochberg), for each axis and region by itself.</source>
        <translation>Les codes lus d’une région sont projetés sur l’axe d’un attribut, trouvé dans&#xa0;%1&#xa0;: le code moyen des visages qui l’ont moins celui des autres (différence des moyennes), ou la direction d’une régression logistique sur les codes. Les projections sont en unités de la distance entre les deux moyennes. Un visage est dit avoir l’attribut quand sa projection est au-dessus de 0, comme dans l’article, ou du milieu des deux moyennes, que place le code moyen d’entraînement. Aucune étiquette des visages n’a été donnée&#xa0;: la vérité est le côté du seuil où est le vrai code d’un visage&#xa0;; cela teste donc le décodeur, non ce que les gens voient, et les vrais codes seraient justes par construction. p (≥) est la probabilité d’au moins autant de réponses justes, une moitié chacune, et p (&gt;) de plus, comme l’article l’imprime&#xa0;; intervalles des parts à&#xa0;%2&#xa0;% (Clopper et Pearson). Là où peu de visages ont l’attribut, ou peu ne l’ont pas, deviner donne plus d’une moitié&#xa0;: l’exactitude équilibrée et l’aire sous la courbe en tiennent compte. L’aire sous la courbe ROC (AUC) est la probabilité qu’un visage qui a l’attribut se projette plus haut qu’un autre, et ne demande pas de seuil, que le bruit peut faire franchir à tous&#xa0;; son p compte les façons de distribuer les étiquettes, son intervalle est un bootstrap sur les visages avec et sans (BCa). p (FDR) est corrigé pour&#xa0;%3 attributs (Benjamini et Hochberg), pour chaque axe et région à part.</translation>
    </message>
    <message>
        <source>%1: the table of labels names %2 of %3 faces.</source>
        <translation>%1&#xa0;: le tableau d’étiquettes nomme&#xa0;%2 visages sur&#xa0;%3.</translation>
    </message>
    <message>
        <source>%1: the table of labels has no column for %2 of its axes.</source>
        <translation>%1&#xa0;: le tableau d’étiquettes n’a pas de colonne pour&#xa0;%2 de ses axes.</translation>
    </message>
    <message>
        <source>The %1 training runs are dealt out into parts, those of a session in turn, and W is estimated from each part alone; whole runs are left out, so that the noise model holds. Where a part shows fewer faces than there are latents, the smallest of many W is taken. Voxels and test patterns stay those of the whole fit: the voxels have seen all training runs. A dot is a part, the band one standard deviation over parts, which are not independent. Chance: 50 % pairwise, %2 % full.</source>
        <translation>Les&#xa0;%1 runs d’entraînement sont distribués en parts, ceux d’une session tour à tour, et W est estimé de chaque part seule&#xa0;; on laisse de côté des runs entiers, pour que le modèle du bruit tienne. Là où une part montre moins de visages qu’il n’y a de latents, on prend le plus petit de nombreux W. Les voxels et les activités de test restent ceux de l’ajustement entier&#xa0;: les voxels ont vu tous les runs d’entraînement. Un point est une part, la bande un écart-type sur les parts, qui ne sont pas indépendantes. Hasard&#xa0;: 50&#xa0;% par paires,&#xa0;%2&#xa0;% complète.</translation>
    </message>
    <message>
        <source>%1, %2: likeness of the faces</source>
        <translation>%1,&#xa0;%2&#xa0;: ressemblance des visages</translation>
    </message>
    <message>
        <source>dissimilarity, 1 − r</source>
        <translation>dissimilarité, 1 − r</translation>
    </message>
    <message>
        <source>%1 faces, %2 pairs</source>
        <translation>%1 visages,&#xa0;%2 paires</translation>
    </message>
    <message>
        <source>ρ = %1, p = %2</source>
        <translation>ρ =&#xa0;%1, p =&#xa0;%2</translation>
    </message>
    <message>
        <source>%1, %2: is the likeness of faces kept?</source>
        <translation>%1,&#xa0;%2&#xa0;: la ressemblance des visages est-elle gardée&#xa0;?</translation>
    </message>
    <message>
        <source>Spearman correlation with the true dissimilarities</source>
        <translation>corrélation de Spearman avec les vraies dissimilarités</translation>
    </message>
    <message>
        <source>Dissimilarities of the codes read, against those of the true codes (chance: 0)</source>
        <translation>Dissimilarités des codes lus, contre celles des vrais codes (hasard&#xa0;: 0)</translation>
    </message>
    <message>
        <source>Spearman ρ</source>
        <translation>ρ de Spearman</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>Permutations</translation>
    </message>
    <message>
        <source>%1: dissimilarity of pairs of faces, 1 − r</source>
        <translation>%1&#xa0;: dissimilarité des paires de visages, 1 − r</translation>
    </message>
    <message>
        <source>The structure of fewer than four faces is not compared.</source>
        <translation>La structure de moins de quatre visages n’est pas comparée.</translation>
    </message>
    <message>
        <source>Two faces are as dissimilar as 1 − r of their codes, in training standard deviations from the training mean. The dissimilarities of all pairs of codes read from a region are compared with those of the true codes by Spearman&apos;s rank correlation. Its p exchanges the faces&apos; labels, %1 times or every order once, one-sided; its interval holds %2 % (bootstrap over faces, BCa), where pairs of a face with itself are left out. Faces are in the order of the fit; all matrices have one scale of colours, and the diagonal is white. Not corrected for the number of regions.</source>
        <translation>Deux visages sont aussi dissemblables que 1 − r de leurs codes, en écarts-types d’entraînement depuis la moyenne d’entraînement. Les dissimilarités de toutes les paires de codes lus d’une région sont comparées à celles des vrais codes par la corrélation des rangs de Spearman. Son p échange les étiquettes des visages,&#xa0;%1 fois ou chaque ordre une fois, unilatéral&#xa0;; son intervalle est à&#xa0;%2&#xa0;% (bootstrap sur les visages, BCa), sans les paires d’un visage avec lui-même. Les visages sont dans l’ordre de l’ajustement&#xa0;; toutes les matrices ont une seule échelle de couleurs, et la diagonale est blanche. Non corrigé pour le nombre de régions.</translation>
    </message>
    <message>
        <source>The mean of the subjects&apos; rank correlations, with its interval (%1 %, bootstrap over subjects, BCa: of few subjects it is a rough guide). p counts the signs alone: the chance of at least as many subjects above 0, one half each (sign test, exact).</source>
        <translation>La moyenne des corrélations de rangs des sujets, avec son intervalle (%1&#xa0;%, bootstrap sur les sujets, BCa&#xa0;: pour peu de sujets c’est un guide grossier). p ne compte que les signes&#xa0;: la probabilité d’au moins autant de sujets au-dessus de 0, une moitié chacun (test des signes, exact).</translation>
    </message>
    <message>
        <source>Structure of the faces, over subjects (chance: 0)</source>
        <translation>Structure des visages, entre sujets (hasard&#xa0;: 0)</translation>
    </message>
    <message>
        <source>Mean ρ</source>
        <translation>ρ moyen</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>au-dessus de 0</translation>
    </message>
    <message>
        <source>p (sign test)</source>
        <translation>p (test des signes)</translation>
    </message>
    <message>
        <source>%1: structure of the faces, mean of subjects</source>
        <translation>%1&#xa0;: structure des visages, moyenne des sujets</translation>
    </message>
    <message>
        <source>Spearman correlation with the true codes; dots: subjects</source>
        <translation>corrélation de Spearman avec les vrais codes&#xa0;; points&#xa0;: sujets</translation>
    </message>
    <message>
        <source>%1 of %2 above 0, p = %3</source>
        <translation>%1 sur&#xa0;%2 au-dessus de 0, p =&#xa0;%3</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Who looked at sealed faces, and when</source>
        <translation>Qui a regardé des visages scellés, et quand</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Heure (UTC)</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Comment elle a été faite</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>The fit does not say how it was made.</source>
        <translation>L’ajustement ne dit pas comment il a été fait.</translation>
    </message>
    <message>
        <source>As the fit has recorded it: what was counted in the study, every option, and each opening of the seal. An opening is exploratory if the region was changed while faces or scores were on screen.</source>
        <translation>Tel que l’ajustement l’a consigné&#xa0;: ce qui a été compté dans l’étude, chaque option, et chaque ouverture du sceau. Une ouverture est exploratoire si la région a été changée pendant que des visages ou des scores étaient à l’écran.</translation>
    </message>
    <message>
        <source>What was fitted</source>
        <translation>Ce qui a été ajusté</translation>
    </message>
    <message>
        <source>Options of the fit</source>
        <translation>Options de l’ajustement</translation>
    </message>
    <message>
        <source>What the pictures of test faces show: CelebA&apos;s list, or a table (.tsv) with one picture a row. Without it attributes are tested against the true codes.</source>
        <translation>Ce que montrent les images des visages de test&#xa0;: la liste de CelebA, ou un tableau (.tsv) avec une image par ligne. Sans lui, les attributs sont testés contre les vrais codes.</translation>
    </message>
    <message>
        <source>1 subject (%1 voxels)</source>
        <translation>1 sujet (%1 voxels)</translation>
    </message>
    <message>
        <source>%1 subjects (%2 voxels)</source>
        <translation>%1 sujets (%2 voxels)</translation>
    </message>
    <message>
        <source>%1: in how many of %2 subjects a voxel is selected</source>
        <translation>%1&#xa0;: chez combien de&#xa0;%2 sujets un voxel est sélectionné</translation>
    </message>
    <message>
        <source>In how many subjects each voxel was selected, of fits in one space (fit --space MNI152NLin2009cAsym takes images that fMRIPrep has brought there). The picture below is the mean of the subjects&apos; mean images. Not corrected: each selection is that of its subject.</source>
        <translation>Chez combien de sujets chaque voxel a été sélectionné, d’ajustements dans un même espace (fit --space MNI152NLin2009cAsym prend les images que fMRIPrep y a amenées). L’image dessous est la moyenne des images moyennes des sujets. Non corrigé&#xa0;: chaque sélection est celle de son sujet.</translation>
    </message>
    <message>
        <source>Voxels by the number of subjects that selected them</source>
        <translation>Voxels selon le nombre de sujets qui les ont sélectionnés</translation>
    </message>
    <message>
        <source>of</source>
        <translation>sur</translation>
    </message>
    <message>
        <source>Training faces of %1</source>
        <translation>Visages d’entraînement de&#xa0;%1</translation>
    </message>
    <message>
        <source>Training faces, cross-validated</source>
        <translation>Visages d’entraînement (validation croisée)</translation>
    </message>
    <message>
        <source>%1: single training faces, cross-validated</source>
        <translation>%1&#xa0;: visages d’entraînement seuls, validés de façon croisée</translation>
    </message>
    <message>
        <source>pairs won, per cent; dots: folds, lines: two standard errors</source>
        <translation>paires gagnées, pour cent&#xa0;; points&#xa0;: plis, traits&#xa0;: deux erreurs types</translation>
    </message>
    <message>
        <source>Every %1 is held out in turn, W is estimated from the others, and %2 single training trials are decoded by it; a trial wins a pair if its code is closer to its own face than to another&apos;s of the same %1 (chance 50 %; single trials are noisy). The criterion that selected the voxels is looked at inside each fold, among the voxels that it selected on all runs. No test face has a part in this.</source>
        <translation>Chaque&#xa0;%1 est tenu à l’écart tour à tour, W est estimé des autres, et&#xa0;%2 essais d’entraînement sont décodés par lui&#xa0;; un essai gagne une paire si son code est plus proche de son visage que de celui d’un autre du même&#xa0;%1 (hasard 50&#xa0;%&#xa0;; les essais seuls sont bruités). Le critère qui a sélectionné les voxels est regardé dans chaque pli, parmi les voxels qu’il a sélectionnés sur tous les runs. Aucun visage de test n’y a part.</translation>
    </message>
    <message>
        <source>Single training faces, cross-validated (chance 50 %)</source>
        <translation>Visages d’entraînement seuls, validés de façon croisée (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Plis</translation>
    </message>
    <message>
        <source>Voxels chosen inside</source>
        <translation>Voxels choisis dedans</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>erreur type</translation>
    </message>
    <message>
        <source>Voxels of the fit</source>
        <translation>Voxels de l’ajustement</translation>
    </message>
    <message>
        <source>No attribute: this model knows none.</source>
        <translation>Pas d’attribut&#xa0;: ce modèle n’en connaît aucun.</translation>
    </message>
    <message>
        <source>The pictures of this evaluation are not those that were rated in this folder: open the same fits and evaluate the same faces with the same decoder, or choose another folder.</source>
        <translation>Les images de cette évaluation ne sont pas celles qui ont été notées dans ce dossier&#xa0;: ouvrez les mêmes ajustements et évaluez les mêmes visages avec le même décodeur, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>How often %1 was chosen</source>
        <translation>Combien de fois&#xa0;%1 a été choisi</translation>
    </message>
    <message>
        <source>%1 chosen, per cent of ratings</source>
        <translation>%1 choisi, pour cent des choix</translation>
    </message>
    <message>
        <source>bootstrap over raters</source>
        <translation>bootstrap sur les juges</translation>
    </message>
    <message>
        <source>bootstrap over faces</source>
        <translation>bootstrap sur les visages</translation>
    </message>
    <message>
        <source>%1 chosen, per cent of ratings (p uncorrected)</source>
        <translation>%1 choisi, pour cent des choix (p non corrigé)</translation>
    </message>
    <message>
        <source>By face: how often %1 was chosen</source>
        <translation>Par visage&#xa0;: combien de fois&#xa0;%1 a été choisi</translation>
    </message>
    <message>
        <source>By rater: how often %1 was chosen</source>
        <translation>Par juge&#xa0;: combien de fois&#xa0;%1 a été choisi</translation>
    </message>
    <message>
        <source>Raters saw a face and below it the same face as %1 and as %2 read it from the region %3, and chose the one more like the original, without knowing which was which. Each of %4 pairs is to be rated %5 times, by at least %6 raters, at least %7 of them with either model on the left; a rater sees a pair once. Choices are tested against 50 % (binomial): p (≥) is the chance of as many or more for %1, p (&gt;) of more; the two-sided p, which figures say, of anything as unlikely. Intervals hold %8 %, by Clopper and Pearson; these and the p values take ratings for independent, as the paper does. The bootstrap (BCa) draws whole raters, or whole faces, and does not. Single subjects, faces and raters are not corrected for their number. Practice never counts; choices within 0.3 s count and are told apart.</source>
        <translation>Les juges ont vu un visage et dessous le même visage tel que&#xa0;%1 et&#xa0;%2 le lisent de la région&#xa0;%3, et choisi le plus ressemblant à l’original, sans savoir lequel était lequel. Chacune des&#xa0;%4 paires doit être jugée&#xa0;%5 fois, par au moins&#xa0;%6 juges, dont au moins&#xa0;%7 avec chaque modèle à gauche&#xa0;; un juge voit une paire une fois. Les choix sont testés contre 50&#xa0;% (binomiale)&#xa0;: p (≥) est la probabilité d’autant ou plus pour&#xa0;%1, p (&gt;) de plus&#xa0;; le p bilatéral, que disent les figures, de tout ce qui est aussi improbable. Intervalles à&#xa0;%8&#xa0;%, selon Clopper et Pearson&#xa0;; eux et les p tiennent les choix pour indépendants, comme l’article. Le bootstrap (BCa) tire des juges entiers, ou des visages entiers, et ne le fait pas. Les sujets, visages et juges isolés ne sont pas corrigés pour leur nombre. L’entraînement ne compte jamais&#xa0;; les choix en moins de 0,3 s comptent et sont dits à part.</translation>
    </message>
    <message>
        <source>Preference of raters</source>
        <translation>Préférence des juges</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>p (two-sided)</source>
        <translation>p (bilatéral)</translation>
    </message>
    <message>
        <source>How often %1 was chosen rather than %2 (chance 50 %)</source>
        <translation>Combien de fois&#xa0;%1 a été choisi plutôt que&#xa0;%2 (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Without choices within 0.3 s</source>
        <translation>Sans les choix en moins de 0,3 s</translation>
    </message>
    <message>
        <source>The share of all ratings, and what it could as well be</source>
        <translation>La part de tous les choix, et ce qu’elle pourrait être aussi</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Tirés</translation>
    </message>
    <message>
        <source>Clopper and Pearson: ratings independent</source>
        <translation>Clopper et Pearson&#xa0;: choix indépendants</translation>
    </message>
    <message>
        <source>Bootstrap over raters</source>
        <translation>Bootstrap sur les juges</translation>
    </message>
    <message>
        <source>Bootstrap over faces</source>
        <translation>Bootstrap sur les visages</translation>
    </message>
    <message>
        <source>How often the left picture was chosen, whatever it was (chance 50 %)</source>
        <translation>Combien de fois l’image de gauche a été choisie, quelle qu’elle soit (hasard 50&#xa0;%)</translation>
    </message>
    <message>
        <source>All ratings</source>
        <translation>Tous les choix</translation>
    </message>
    <message>
        <source>How often %1 was chosen, by face</source>
        <translation>Combien de fois&#xa0;%1 a été choisi, par visage</translation>
    </message>
    <message>
        <source>How often %1 was chosen, by rater</source>
        <translation>Combien de fois&#xa0;%1 a été choisi, par juge</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Juge</translation>
    </message>
    <message>
        <source>Left chosen</source>
        <translation>Gauche choisie</translation>
    </message>
    <message>
        <source>Median s</source>
        <translation>Médiane, s</translation>
    </message>
    <message>
        <source>Within 0.3 s</source>
        <translation>En 0,3 s</translation>
    </message>
    <message>
        <source>Practised</source>
        <translation>Entraîné</translation>
    </message>
    <message>
        <source>Ratings of every pair, each by another rater</source>
        <translation>Choix de chaque paire, chacun d’un autre juge</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 à gauche</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 à droite</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>Manquent</translation>
    </message>
    <message>
        <source>%1 on the left</source>
        <translation>%1 à gauche</translation>
    </message>
    <message>
        <source>%1 on the right</source>
        <translation>%1 à droite</translation>
    </message>
    <message>
        <source>a rating plan of format %1</source>
        <translation>un plan de jugement de format&#xa0;%1</translation>
    </message>
    <message>
        <source>a rating plan</source>
        <translation>un plan de jugement</translation>
    </message>
    <message>
        <source>something else (%1)</source>
        <translation>autre chose (%1)</translation>
    </message>
    <message>
        <source>a rating of the plan beside it</source>
        <translation>un choix du plan à côté</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in line %2</source>
        <translation>«&#xa0;%1&#xa0;» à la ligne&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 holds ratings already; they are not replaced.</source>
        <translation>%1 contient déjà des choix&#xa0;; ils ne sont pas remplacés.</translation>
    </message>
    <message>
        <source>The last line of %1 was cut off; it does not count.</source>
        <translation>La dernière ligne de&#xa0;%1 était coupée&#xa0;; elle ne compte pas.</translation>
    </message>
    <message>
        <source>A rater&apos;s code has 1 to %1 letters, digits, hyphens or underscores.</source>
        <translation>Le code d’un juge a de 1 à&#xa0;%1 lettres, chiffres, tirets ou soulignés.</translation>
    </message>
    <message>
        <source>There are no pictures of %1 by %2 and %3 to compare.</source>
        <translation>Il n’y a pas d’images de&#xa0;%1 par&#xa0;%2 et&#xa0;%3 à comparer.</translation>
    </message>
    <message>
        <source>A rating compares two face models with names, not %1 and %2.</source>
        <translation>Un jugement compare deux modèles qui ont des noms, pas&#xa0;%1 et&#xa0;%2.</translation>
    </message>
    <message>
        <source>There are no faces to be rated.</source>
        <translation>Il n’y a pas de visages à juger.</translation>
    </message>
    <message>
        <source>Face %1 of %2 cannot be rated: its name is there twice or does not fit into a table.</source>
        <translation>Le visage&#xa0;%1 de&#xa0;%2 ne peut pas être jugé&#xa0;: son nom est là deux fois ou n’entre pas dans un tableau.</translation>
    </message>
    <message>
        <source>Ratings, raters and raters in each order have to be at least 1.</source>
        <translation>Les choix, les juges et les juges dans chaque ordre doivent être au moins 1.</translation>
    </message>
    <message>
        <source>The folder of rating sessions, with plan.json and ratings.tsv.</source>
        <translation>Le dossier des séances de jugement, avec plan.json et ratings.tsv.</translation>
    </message>
    <message>
        <source>Samples of raters and of faces for intervals (bootstrap).</source>
        <translation>Échantillons de juges et de visages pour les intervalles (bootstrap).</translation>
    </message>
    <message>
        <source>Of these samples.</source>
        <translation>De ces échantillons.</translation>
    </message>
    <message>
        <source>Tells which of two face models raters preferred.</source>
        <translation>Dit lequel de deux modèles les juges ont préféré.</translation>
    </message>
    <message>
        <source>As many voxels as the smallest region has are drawn at random from each region and read alone: what is left of a difference is not one of size. “Not selected” draws as many voxels as were selected from the rest of the brain mask. They were left out by a threshold, not because they know nothing: what they score is what the criterion left behind. A region with one draw was read whole. Controls (--control) are read like the voxels left out, without those that were selected; faces should not be told apart by them. Chance: 50 % pairwise. Draws share voxels, so that their spread is no test.</source>
        <translation>On tire au hasard dans chaque région autant de voxels qu’en a la plus petite, et on les lit seuls&#xa0;: la différence qui reste n’est pas une différence de taille. «&#xa0;Non sélectionnés&#xa0;» tire autant de voxels qu’il en a été sélectionné dans le reste du masque du cerveau. Un seuil les a écartés, non le fait qu’ils ne sachent rien&#xa0;: leur score est ce que le critère a laissé. Une région à un seul tirage a été lue entière. Les contrôles (--control) sont lus comme les voxels écartés, sans ceux qui ont été sélectionnés&#xa0;; les visages ne devraient pas s’y distinguer. Hasard&#xa0;: 50&#xa0;% par paires. Les tirages partagent des voxels&#xa0;: leur dispersion n’est pas un test.</translation>
    </message>
    <message>
        <source>A mask of voxels that should know nothing of faces, such as white matter; may be repeated.</source>
        <translation>Un masque de voxels qui ne devraient rien savoir des visages, comme la substance blanche&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>The series of the scans, from which W is estimated again, does not lie in the fit: fit the study anew with --series keep. The demonstration comes without.</source>
        <translation>La série des images, dont W est estimé de nouveau, n’est pas dans l’ajustement&#xa0;: refaites-le avec --series keep. La démonstration vient sans elle.</translation>
    </message>
    <message>
        <source>pairs won, per cent; codes in training sd</source>
        <translation>paires gagnées, pour cent&#xa0;; codes en é.-t. d’entraînement</translation>
    </message>
    <message>
        <source>There is no subject %1 among the fits given; over subjects (group) there is something with two or more.</source>
        <translation>Il n’y a pas de sujet&#xa0;%1 parmi les ajustements donnés&#xa0;; entre sujets (group), il y a quelque chose à partir de deux.</translation>
    </message>
    <message>
        <source>There is no figure %1. Of this analysis and of these faces there are: %2; “figure list” names all.</source>
        <translation>Il n’y a pas de figure&#xa0;%1. De cette analyse et de ces visages, il y a&#xa0;:&#xa0;%2&#xa0;; «&#xa0;figure list&#xa0;» les nomme toutes.</translation>
    </message>
    <message>
        <source>regions on the grid of the fit</source>
        <translation>des régions sur la grille de l’ajustement</translation>
    </message>
    <message>
        <source>its fit of %1 in %2 or below</source>
        <translation>son ajustement de&#xa0;%1 dans&#xa0;%2 ou en dessous</translation>
    </message>
    <message>
        <source>no fit with that content</source>
        <translation>aucun ajustement de ce contenu</translation>
    </message>
    <message>
        <source>Looking for the fit of %1</source>
        <translation>Recherche de l’ajustement de&#xa0;%1</translation>
    </message>
    <message>
        <source>a session of Fusiform</source>
        <translation>une session de Fusiform</translation>
    </message>
    <message>
        <source>a zip archive without %1</source>
        <translation>une archive zip sans&#xa0;%1</translation>
    </message>
    <message>
        <source>format version %1</source>
        <translation>version de format&#xa0;%1</translation>
    </message>
    <message>
        <source>a view</source>
        <translation>une vue</translation>
    </message>
    <message>
        <source>the fields of a session</source>
        <translation>les champs d’une session</translation>
    </message>
    <message>
        <source>a session saved with its data</source>
        <translation>une session enregistrée avec ses données</translation>
    </message>
    <message>
        <source>one without</source>
        <translation>une session sans données</translation>
    </message>
    <message>
        <source>Unpacking the data of %1</source>
        <translation>Déballage des données de&#xa0;%1</translation>
    </message>
    <message>
        <source>the fit that the session is about</source>
        <translation>l’ajustement dont parle la session</translation>
    </message>
    <message>
        <source>%1 %2 on %3, C library %4</source>
        <translation>%1&#xa0;%2 sur&#xa0;%3, bibliothèque C&#xa0;%4</translation>
    </message>
    <message>
        <source>The system does not say how much there is.</source>
        <translation>Le système ne dit pas combien il y en a.</translation>
    </message>
    <message>
        <source>%1 can be used</source>
        <translation>%1 utilisables</translation>
    </message>
    <message>
        <source>%1 can be used: too little for a fit. Close other programs.</source>
        <translation>%1 utilisables&#xa0;: trop peu pour un ajustement. Fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>On ne peut pas écrire dans le dossier&#xa0;%1.</translation>
    </message>
    <message>
        <source>%1 are free in %2: too little for a fit.</source>
        <translation>%1 libres dans&#xa0;%2&#xa0;: trop peu pour un ajustement.</translation>
    </message>
    <message>
        <source>%1 are free in %2</source>
        <translation>%1 libres dans&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 is not in %2: install the program again, or name the folder in FUSIFORM_RESOURCES.</source>
        <translation>%1 n’est pas dans&#xa0;%2&#xa0;: réinstallez le programme, ou nommez le dossier dans FUSIFORM_RESOURCES.</translation>
    </message>
    <message>
        <source>This program was built without LibTorch: PCA alone works, VAE-GAN models do not.</source>
        <translation>Ce programme a été construit sans LibTorch&#xa0;: seule l’ACP fonctionne, pas les modèles VAE-GAN.</translation>
    </message>
    <message>
        <source>The demonstration is not installed here.</source>
        <translation>La démonstration n’est pas installée ici.</translation>
    </message>
    <message>
        <source>%1 faces read from %2 voxels</source>
        <translation>%1 visages lus dans&#xa0;%2 voxels</translation>
    </message>
    <message>
        <source>No OpenGL (%1): slices and decoding work, the brain in three dimensions does not.</source>
        <translation>Pas d’OpenGL (%1)&#xa0;: les coupes et le décodage fonctionnent, pas le cerveau en trois dimensions.</translation>
    </message>
    <message>
        <source>EGL %1.%2, %3</source>
        <translation>EGL&#xa0;%1.%2,&#xa0;%3</translation>
    </message>
    <message>
        <source>ffmpeg is not installed: animations are written as pictures only.</source>
        <translation>ffmpeg n’est pas installé&#xa0;: les animations sont écrites en images seulement.</translation>
    </message>
    <message>
        <source>SLURM is not installed: work runs on this machine only.</source>
        <translation>SLURM n’est pas installé&#xa0;: le travail se fait sur cette machine seulement.</translation>
    </message>
    <message>
        <source>A session (.fusiform), or the journal of one (.jsonl).</source>
        <translation>Une session (.fusiform), ou le journal d’une session (.jsonl).</translation>
    </message>
    <message>
        <source>Checks whether the program finds what it needs here.</source>
        <translation>Vérifie que le programme trouve ici ce qu’il lui faut.</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>une archive zip</translation>
    </message>
    <message>
        <source>one whose list of files is damaged</source>
        <translation>une archive dont la liste de fichiers est abîmée</translation>
    </message>
    <message>
        <source>files with names of their own in the archive</source>
        <translation>des fichiers avec des noms propres dans l’archive</translation>
    </message>
    <message>
        <source>the file %1 in it</source>
        <translation>le fichier&#xa0;%1 dedans</translation>
    </message>
    <message>
        <source>at most %1 bytes in its file %2</source>
        <translation>au plus&#xa0;%1 octets dans son fichier&#xa0;%2</translation>
    </message>
    <message>
        <source>a whole file %1 in it</source>
        <translation>un fichier&#xa0;%1 entier dedans</translation>
    </message>
    <message>
        <source>a damaged one</source>
        <translation>un fichier abîmé</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Écriture de&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>%1 exists already: choose a new folder.</source>
        <translation>%1 existe déjà&#xa0;: choisissez un nouveau dossier.</translation>
    </message>
    <message>
        <source>slide %1 of %2</source>
        <translation>la diapositive&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>a kind of slide that this version knows</source>
        <translation>un genre de diapositive que cette version connaît</translation>
    </message>
    <message>
        <source>session</source>
        <translation>session</translation>
    </message>
    <message>
        <source>run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>confirmatoire</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>exploratoire</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>1, 0, -1 or n/a in line %1, column %2, for %3</source>
        <translation>1, 0, -1 ou n/a à la ligne&#xa0;%1, colonne&#xa0;%2, pour&#xa0;%3</translation>
    </message>
    <message>
        <source>too few ratings</source>
        <translation>trop peu de choix</translation>
    </message>
    <message>
        <source>Incomplete. Ratings so far: %1, raters: %2. Lacking: at least %3 ratings, sittings: at least %4.</source>
        <translation>Incomplet. Choix jusqu’ici&#xa0;:&#xa0;%1, juges&#xa0;:&#xa0;%2. Il manque au moins&#xa0;%3&#xa0;choix, séances&#xa0;: au moins&#xa0;%4.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>Folder of the fit</source>
        <translation>Dossier de l’ajustement</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>Modèles de visages</translation>
    </message>
    <message>
        <source>Components of PCA</source>
        <translation>Composantes de la PCA</translation>
    </message>
    <message>
        <source>Confounds in the design</source>
        <translation>Régresseurs de nuisance demandés</translation>
    </message>
    <message>
        <source>Images that were read</source>
        <translation>Images lues</translation>
    </message>
    <message>
        <source>Space of the images</source>
        <translation>Espace des images</translation>
    </message>
    <message>
        <source>Voxels that are fitted</source>
        <translation>Voxels ajustés</translation>
    </message>
    <message>
        <source>Image that limits the selection</source>
        <translation>Image qui limite la sélection</translation>
    </message>
    <message>
        <source>What that image must exceed</source>
        <translation>Ce que cette image doit dépasser</translation>
    </message>
    <message>
        <source>Grid of the voxels</source>
        <translation>Grille des voxels</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ligne de base</translation>
    </message>
    <message>
        <source>One-back repeats</source>
        <translation>Répétitions immédiates</translation>
    </message>
    <message>
        <source>Imagery trials</source>
        <translation>Essais d’imagerie</translation>
    </message>
    <message>
        <source>Response to an event</source>
        <translation>Réponse à un événement</translation>
    </message>
    <message>
        <source>Time that the boxes cover, s</source>
        <translation>Durée que couvrent les créneaux, s</translation>
    </message>
    <message>
        <source>Number of boxes</source>
        <translation>Nombre de créneaux</translation>
    </message>
    <message>
        <source>High-pass filter, s</source>
        <translation>Filtre passe-haut, s</translation>
    </message>
    <message>
        <source>Serial correlations</source>
        <translation>Corrélations sérielles</translation>
    </message>
    <message>
        <source>How voxels are selected</source>
        <translation>Comment les voxels sont choisis</translation>
    </message>
    <message>
        <source>Threshold of t</source>
        <translation>Seuil de t</translation>
    </message>
    <message>
        <source>Level of the correction</source>
        <translation>Niveau de la correction</translation>
    </message>
    <message>
        <source>Number of best voxels</source>
        <translation>Nombre des meilleurs voxels</translation>
    </message>
    <message>
        <source>Threshold of p of the F test</source>
        <translation>Seuil de p du test F</translation>
    </message>
    <message>
        <source>Orthogonalisation beside W</source>
        <translation>Orthogonalisation à côté de W</translation>
    </message>
    <message>
        <source>Filtered scans</source>
        <translation>Scans filtrés</translation>
    </message>
    <message>
        <source>Largest series kept, GB</source>
        <translation>Plus grande série gardée, Go</translation>
    </message>
    <message>
        <source>Single trials</source>
        <translation>Essais seuls</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Mémoire, Go</translation>
    </message>
    <message>
        <source>Replaced an older fit</source>
        <translation>A remplacé un ajustement plus ancien</translation>
    </message>
    <message>
        <source>Images made by</source>
        <translation>Images faites par</translation>
    </message>
    <message>
        <source>Regressors</source>
        <translation>Régresseurs</translation>
    </message>
    <message>
        <source>Nuisance regressors</source>
        <translation>Régresseurs de nuisance</translation>
    </message>
    <message>
        <source>Training trials</source>
        <translation>Essais d’entraînement</translation>
    </message>
    <message>
        <source>Events cut at the end of a run</source>
        <translation>Événements coupés à la fin d’un run</translation>
    </message>
    <message>
        <source>Voxels in the mask</source>
        <translation>Voxels dans le masque</translation>
    </message>
    <message>
        <source>Voxels selected</source>
        <translation>Voxels sélectionnés</translation>
    </message>
    <message>
        <source>Voxels lost, by run</source>
        <translation>Voxels perdus, par run</translation>
    </message>
    <message>
        <source>Slabs of voxels</source>
        <translation>Tranches de voxels</translation>
    </message>
    <message>
        <source>Voxels within the limit</source>
        <translation>Voxels dans la limite</translation>
    </message>
    <message>
        <source>Voxels of the fine grid</source>
        <translation>Voxels de la grille fine</translation>
    </message>
    <message>
        <source>Serial correlation, by run</source>
        <translation>Corrélation sérielle, par run</translation>
    </message>
    <message>
        <source>Voxels it was estimated from, by run</source>
        <translation>Voxels dont elle est estimée, par run</translation>
    </message>
    <message>
        <source>Training pictures nearly like test faces</source>
        <translation>Images d’entraînement presque pareilles à des visages de test</translation>
    </message>
    <message>
        <source>Exploration faces</source>
        <translation>Visages d’exploration</translation>
    </message>
    <message>
        <source>Confirmation faces, sealed</source>
        <translation>Visages de confirmation, scellés</translation>
    </message>
    <message>
        <source>How faces were divided</source>
        <translation>Comment les visages ont été répartis</translation>
    </message>
    <message>
        <source>Reliability of W, face models</source>
        <translation>Fiabilité de W, modèles de visages</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nom dans les fichiers</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Il n’y a pas de dossier&#xa0;%1.</translation>
    </message>
    <message>
        <source>%1 is not the folder of a fit, but there is one in it: %2.</source>
        <translation>%1 n’est pas le dossier d’un ajustement, mais il y en a un dedans&#xa0;:&#xa0;%2.</translation>
    </message>
    <message>
        <source>%1 is a study, not the folder of a fit: make one with “fusiform-cli fit %1 FIT” first.</source>
        <translation>%1 est une étude, pas le dossier d’un ajustement&#xa0;: faites-en un d’abord avec «&#xa0;fusiform-cli fit&#xa0;%1 FIT&#xa0;».</translation>
    </message>
    <message>
        <source>%1 is not the folder of a fit: it has no fit.json, which “fusiform-cli fit” writes.</source>
        <translation>%1 n’est pas le dossier d’un ajustement&#xa0;: il n’a pas de fit.json, que «&#xa0;fusiform-cli fit&#xa0;» écrit.</translation>
    </message>
    <message>
        <source>%1 needs a table: --table FILE.tsv, with names in its first line and numbers below.</source>
        <translation>%1 demande un tableau&#xa0;: --table FICHIER.tsv, des noms à la première ligne et des nombres dessous.</translation>
    </message>
    <message>
        <source>The kept series does not say which trials are one-backs.</source>
        <translation>La série gardée ne dit pas quels essais sont des one-back.</translation>
    </message>
    <message>
        <source>the map of the T1 image onto the scans</source>
        <translation>la mise en place de l’image T1 sur les images fonctionnelles</translation>
    </message>
    <message>
        <source>a matrix that can be inverted</source>
        <translation>une matrice que l’on peut inverser</translation>
    </message>
    <message>
        <source>an MNI transform file with a linear transform of 12 numbers</source>
        <translation>un fichier de transformation MNI avec une transformation linéaire de 12 nombres</translation>
    </message>
    <message>
        <source>three numbers %1</source>
        <translation>trois nombres&#xa0;%1</translation>
    </message>
    <message>
        <source>a linear transform of FreeSurfer between voxels or between RAS</source>
        <translation>une transformation linéaire de FreeSurfer entre voxels ou entre coordonnées RAS</translation>
    </message>
    <message>
        <source>a transform from the subject to a template, as in from-T1w_to-MNI152NLin2009cAsym</source>
        <translation>une transformation du sujet vers un gabarit, comme dans from-T1w_to-MNI152NLin2009cAsym</translation>
    </message>
    <message>
        <source>one to %1</source>
        <translation>une vers&#xa0;%1</translation>
    </message>
    <message>
        <source>a transform of ITK in three dimensions (.h5, .mat, .txt, .tfm), or FreeSurfer&apos;s .xfm or .lta</source>
        <translation>une transformation d’ITK en trois dimensions (.h5, .mat, .txt, .tfm), ou .xfm ou .lta de FreeSurfer</translation>
    </message>
    <message>
        <source>Quality of the scans</source>
        <translation>Qualité des acquisitions</translation>
    </message>
    <message>
        <source>One-back trials</source>
        <translation>Essais one-back</translation>
    </message>
    <message>
        <source>%1: recognition by what one-back trials count as</source>
        <translation>%1&#xa0;: la reconnaissance selon ce que comptent les essais one-back</translation>
    </message>
    <message>
        <source>pairs won, per cent; p: paired over faces</source>
        <translation>paires gagnées, pour cent&#xa0;; p&#xa0;: apparié par visages</translation>
    </message>
    <message>
        <source>%1, %2: counted</source>
        <translation>%1,&#xa0;%2&#xa0;: comptés</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>à part</translation>
    </message>
    <message>
        <source>%1 trials repeat the picture before them (one-backs). W is estimated twice from the kept series, from all runs: with the one-backs of training faces counted as trials of their face (%2 trials train), and with all one-backs apart, in a regressor of their own (%3 trials). The patterns of %4 of the %5 test faces are estimated anew either way, with %6 one-backs of theirs; patterns of the others, whose showings the series keeps sealed, and %7 one-backs of such faces or of pictures left out stay as the fit has them (--one-backs %8). Whitening, voxels and ridge are those of the fit. p flips the signs of the faces&apos; differences, two-sided; intervals hold %9 %, by bootstrap over faces. Not corrected for the number of regions.</source>
        <translation>%1 essais répètent l’image qui les précède (one-back). W est estimé deux fois à partir de la série gardée, sur tous les runs&#xa0;: avec les one-back des visages d’entraînement comptés comme essais de leur visage (%2 essais d’entraînement), et avec tous les one-back à part, dans un régresseur à eux (%3 essais). Les activités de&#xa0;%4 des&#xa0;%5 visages de test sont estimées à nouveau des deux façons, avec&#xa0;%6 one-back à eux&#xa0;; celles des autres, dont la série garde les présentations scellées, et&#xa0;%7 one-back de tels visages ou d’images écartées restent comme dans l’ajustement (--one-backs&#xa0;%8). Blanchiment, voxels et régularisation sont ceux de l’ajustement. p inverse les signes des différences des visages, bilatéral&#xa0;; les intervalles contiennent&#xa0;%9&#xa0;%, par bootstrap sur les visages. Sans correction pour le nombre de régions.</translation>
    </message>
    <message>
        <source>The kept series of the fit does not say which trials are one-backs: it was made by an older version. Fit the study anew.</source>
        <translation>La série gardée de l’ajustement ne dit pas quels essais sont des one-back&#xa0;: elle vient d’une version plus ancienne. Ajustez l’étude à nouveau.</translation>
    </message>
    <message>
        <source>Recognition with one-back trials counted and apart</source>
        <translation>Reconnaissance avec les essais one-back comptés et à part</translation>
    </message>
    <message>
        <source>Pairwise, counted</source>
        <translation>Par paires, comptés</translation>
    </message>
    <message>
        <source>Mean r, counted</source>
        <translation>r moyen, comptés</translation>
    </message>
    <message>
        <source>Full, counted</source>
        <translation>Complète, comptés</translation>
    </message>
    <message>
        <source>Quality of the runs</source>
        <translation>Qualité des runs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Mean displacement, mm</source>
        <translation>Déplacement moyen, mm</translation>
    </message>
    <message>
        <source>largest, mm</source>
        <translation>le plus grand, mm</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>Volumes aberrants</translation>
    </message>
    <message>
        <source>Drift, %</source>
        <translation>Dérive,&#xa0;%</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Ajusté</translation>
    </message>
    <message>
        <source>Options of the preprocessing</source>
        <translation>Options du prétraitement</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>The fit was made of raw images: nobody has measured movement and noise. fusiform-cli preprocess does.</source>
        <translation>L’ajustement vient d’images brutes&#xa0;: personne n’a mesuré le mouvement ni le bruit. fusiform-cli preprocess le fait.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>The preprocessed images that the fit was made of (%1) do not lie in %2 any more: there is no quality of the runs.</source>
        <translation>Les images prétraitées dont vient l’ajustement (%1) ne sont plus dans&#xa0;%2&#xa0;: la qualité des runs manque.</translation>
    </message>
    <message>
        <source>As %1 has measured the face runs after realignment. Framewise displacement: sum of the absolute changes of the six parameters of movement, rotations on a sphere of 50 mm (Power 2012). Outliers: volumes above 0.5 mm, or with a DVARS above the third quartile by more than 1.5 interquartile ranges. tSNR: mean over standard deviation after drift and movement, median in the run&apos;s mask. Pale bars: runs that were dropped.</source>
        <translation>Tel que&#xa0;%1 a mesuré les runs de visages après réalignement. Déplacement d’un volume à l’autre&#xa0;: somme des changements absolus des six paramètres de mouvement, rotations sur une sphère de 50 mm (Power 2012). Volumes aberrants&#xa0;: au-dessus de 0,5 mm, ou avec un DVARS au-dessus du troisième quartile de plus de 1,5 écart interquartile. tSNR&#xa0;: moyenne sur écart type après dérive et mouvement, médiane dans le masque du run. Barres pâles&#xa0;: runs écartés.</translation>
    </message>
    <message>
        <source>From the tables of confounds that %1 has written for the face runs. Outliers: volumes with a framewise displacement above 0.5 mm. These tables do not tell the signal-to-noise ratio.</source>
        <translation>D’après les tableaux de confusion que&#xa0;%1 a écrits pour les runs de visages. Volumes aberrants&#xa0;: ceux dont le déplacement d’un volume à l’autre dépasse 0,5 mm. Ces tableaux ne disent pas le rapport signal sur bruit.</translation>
    </message>
    <message>
        <source>inner border of the cortex</source>
        <translation>bord intérieur du cortex</translation>
    </message>
    <message>
        <source>outline of the brain</source>
        <translation>contour du cerveau</translation>
    </message>
    <message>
        <source>In how many subjects each voxel was selected. Each subject was fitted in its own space; its selected voxels were brought to %1 (%2 mm voxels) by the transform of another program (%3): a voxel there is selected if its centre lies in a voxel that is. Volumes are those in the template. The picture below is the mean of the subjects&apos; mean images. Not corrected: each selection is that of its subject.</source>
        <translation>Chez combien de sujets chaque voxel a été sélectionné. Chaque sujet a été ajusté dans son propre espace&#xa0;; ses voxels sélectionnés ont été amenés dans&#xa0;%1 (voxels de&#xa0;%2 mm) par la transformation d’un autre programme (%3)&#xa0;: un voxel y est sélectionné si son centre est dans un voxel qui l’est. Les volumes sont ceux du gabarit. L’image en dessous est la moyenne des images moyennes des sujets. Sans correction&#xa0;: chaque sélection est celle de son sujet.</translation>
    </message>
    <message>
        <source>No map of overlaps: the fits of the subjects lie in their own spaces, and not every one has a transform to the same template. Give them (evaluate --transform), or fit in one space (fit --space).</source>
        <translation>Pas de carte des recouvrements&#xa0;: les ajustements des sujets sont dans leurs propres espaces, et tous n’ont pas de transformation vers le même gabarit. Donnez-les (evaluate --transform), ou ajustez dans un seul espace (fit --space).</translation>
    </message>
    <message>
        <source>Where a template lies in the subject, for the map of overlaps: one a fit, in their order. fMRIPrep&apos;s or ANTs&apos;s from-T1w_to-..., FreeSurfer&apos;s talairach.xfm or .lta. Without it those below the study are taken.</source>
        <translation>Où un gabarit se trouve dans le sujet, pour la carte des recouvrements&#xa0;: une par ajustement, dans leur ordre. from-T1w_to-... de fMRIPrep ou d’ANTs, talairach.xfm ou .lta de FreeSurfer. Sans elle, celles sous l’étude sont prises.</translation>
    </message>
    <message>
        <source>Lines on the map of overlaps. auto: where the cortex ends inwards, from FreeSurfer or fMRIPrep, else the outline of the brain; off: none.</source>
        <translation>Lignes sur la carte des recouvrements. auto&#xa0;: où le cortex finit vers l’intérieur, d’après FreeSurfer ou fMRIPrep, sinon le contour du cerveau&#xa0;; off&#xa0;: aucune.</translation>
    </message>
    <message>
        <source>%1 transforms are given for %2 fits: one a fit, in their order.</source>
        <translation>%1 transformations sont données pour&#xa0;%2 ajustements&#xa0;: une par ajustement, dans leur ordre.</translation>
    </message>
    <message>
        <source>Bringing selected voxels to a template</source>
        <translation>Mise des voxels sélectionnés dans un gabarit</translation>
    </message>
    <message>
        <source>The transforms go to different templates: %1 and %2.</source>
        <translation>Les transformations vont vers des gabarits différents&#xa0;:&#xa0;%1 et&#xa0;%2.</translation>
    </message>
    <message>
        <source>Family of all text that this machine has; default: Inter, which comes along. Texts of a wider one are made smaller.</source>
        <translation>Police de tout le texte, que cette machine possède&#xa0;; par défaut&#xa0;: Inter, qui est fournie. Les textes d’une police plus large sont réduits.</translation>
    </message>
    <message>
        <source>This machine has no font called %1.</source>
        <translation>Cette machine n’a pas de police nommée&#xa0;%1.</translation>
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
    <message>
        <source>Open the sealed faces…</source>
        <translation>Ouvrir les visages scellés…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Adjust the thirds</source>
        <translation>Ajuster les tiers</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>New region</source>
        <translation>Nouvelle région</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pinceau plus petit</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pinceau plus grand</translation>
    </message>
    <message>
        <source>Paint at the cursor</source>
        <translation>Peindre au curseur</translation>
    </message>
    <message>
        <source>Erase at the cursor</source>
        <translation>Effacer au curseur</translation>
    </message>
    <message>
        <source>Regions of an atlas…</source>
        <translation>Régions d’un atlas…</translation>
    </message>
    <message>
        <source>Region from a mask or label…</source>
        <translation>Région d’un masque ou d’un label…</translation>
    </message>
    <message>
        <source>Save the region as a mask…</source>
        <translation>Enregistrer la région comme masque…</translation>
    </message>
    <message>
        <source>Combine regions…</source>
        <translation>Combiner des régions…</translation>
    </message>
    <message>
        <source>Grow by a voxel</source>
        <translation>Agrandir d’un voxel</translation>
    </message>
    <message>
        <source>Shrink by a voxel</source>
        <translation>Rétrécir d’un voxel</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Symétrie gauche-droite</translation>
    </message>
    <message>
        <source>Keep the largest piece</source>
        <translation>Garder le plus grand morceau</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Combler les trous</translation>
    </message>
    <message>
        <source>Complement in the brain mask</source>
        <translation>Complément dans le masque du cerveau</translation>
    </message>
    <message>
        <source>Colour of the region…</source>
        <translation>Couleur de la région…</translation>
    </message>
    <message>
        <source>Hide the region on the brain</source>
        <translation>Cacher la région sur le cerveau</translation>
    </message>
    <message>
        <source>Lock the region</source>
        <translation>Verrouiller la région</translation>
    </message>
    <message>
        <source>Pin the preferred face</source>
        <translation>Épingler le visage préféré</translation>
    </message>
    <message>
        <source>Names at the cursor</source>
        <translation>Noms au curseur</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Flood above the threshold</source>
        <translation>Remplir au-dessus du seuil</translation>
    </message>
    <message>
        <source>Searchlight…</source>
        <translation>Projecteur…</translation>
    </message>
    <message>
        <source>Cut the brain open: axial</source>
        <translation>Ouvrir le cerveau&#xa0;: plan axial</translation>
    </message>
    <message>
        <source>Cut the brain open: coronal</source>
        <translation>Ouvrir le cerveau&#xa0;: plan coronal</translation>
    </message>
    <message>
        <source>Cut the brain open: sagittal</source>
        <translation>Ouvrir le cerveau&#xa0;: plan sagittal</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Open a session…</source>
        <translation>Ouvrir une session…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Enregistrer la session</translation>
    </message>
    <message>
        <source>Save the session as…</source>
        <translation>Enregistrer la session sous…</translation>
    </message>
    <message>
        <source>Save with data, for another machine…</source>
        <translation>Enregistrer avec les données, pour une autre machine…</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnostic…</translation>
    </message>
    <message>
        <source>New slide of this view</source>
        <translation>Nouvelle diapositive de cette vue</translation>
    </message>
    <message>
        <source>Present the slides</source>
        <translation>Présenter les diapositives</translation>
    </message>
    <message>
        <source>Guided tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
</context>
<context>
    <name>fusiform::AtlasDialog</name>
    <message>
        <source>Regions of an atlas</source>
        <translation>Régions d’un atlas</translation>
    </message>
    <message>
        <source>Each region takes the voxels of the fit in which it fills most.</source>
        <translation>Chaque région prend les voxels de l’ajustement qu’elle remplit le plus.</translation>
    </message>
    <message>
        <source>There is no table of names beside it: regions are called by their numbers. Each takes the voxels of the fit in which it fills most.</source>
        <translation>Aucun tableau de noms à côté&#xa0;: les régions portent leur numéro. Chacune prend les voxels de l’ajustement qu’elle remplit le plus.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 · voxels: %2</source>
        <translation>%1 · voxels&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter&#xa0;%1</translation>
    </message>
    <message>
        <source>Add %1 regions</source>
        <translation>Ajouter&#xa0;%1 régions</translation>
    </message>
</context>
<context>
    <name>fusiform::AttributeSliders</name>
    <message>
        <source>Back to 0: %1</source>
        <translation>Remettre à 0&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>How often the axis tells this attribute of pictures that it was not found on (balanced, held out)</source>
        <translation>Part des images mises de côté dont l’axe reconnaît l’attribut (exactitude équilibrée)</translation>
    </message>
</context>
<context>
    <name>fusiform::BrainPanel</name>
    <message>
        <source>Drag turns · wheel zooms · Shift and drag moves · click picks</source>
        <translation>Glisser&#xa0;: tourner · molette&#xa0;: zoomer · Maj et glisser&#xa0;: déplacer · clic&#xa0;: pointer</translation>
    </message>
    <message>
        <source>Move sphere</source>
        <translation>Déplacer la sphère</translation>
    </message>
    <message>
        <source>Add sphere</source>
        <translation>Ajouter une sphère</translation>
    </message>
    <message>
        <source>Left paints · right erases · beside the brain turns it · Space looks</source>
        <translation>Gauche peint · droite efface · à côté du cerveau le tourne · Espace&#xa0;: regarder</translation>
    </message>
    <message>
        <source>Left adds · right takes away · beside the brain turns it · Space looks</source>
        <translation>Gauche ajoute · droit enlève · à côté du cerveau le tourne · Espace regarde</translation>
    </message>
    <message>
        <source>Draw around: left adds · right takes away · Space looks</source>
        <translation>Entourez&#xa0;: gauche ajoute · droit enlève · Espace regarde</translation>
    </message>
    <message>
        <source>A line around something inflated says nothing about the brain: draw it in a slice, or show another surface.</source>
        <translation>Une ligne autour de quelque chose de gonflé ne dit rien du cerveau&#xa0;: tracez-la dans une coupe, ou affichez une autre surface.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>brain</source>
        <translation>cerveau</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>A picture of this size could not be drawn.</source>
        <translation>Une image de cette taille n’a pas pu être dessinée.</translation>
    </message>
    <message>
        <source>The fit kept no series to cross-validate training faces with.</source>
        <translation>L’ajustement n’a gardé aucune série avec laquelle valider des visages d’apprentissage.</translation>
    </message>
</context>
<context>
    <name>fusiform::BrainTools</name>
    <message>
        <source> ([ smaller, ] larger)</source>
        <translation> ([ plus petit, ] plus grand)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>Rayon du pinceau</translation>
    </message>
    <message>
        <source>Radius of the sphere</source>
        <translation>Rayon de la sphère</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Left paints on the active region, right erases; the faces follow. Space held: look (B).</source>
        <translation>Le bouton gauche peint sur la région active, le droit efface&#xa0;; les visages suivent. Espace maintenu&#xa0;: regarder (B).</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Sphère</translation>
    </message>
    <message>
        <source>A click or drag in the brain makes a spherical region there; the faces follow (S).</source>
        <translation>Un clic ou un glissement dans le cerveau y crée une région sphérique&#xa0;; les visages suivent (S).</translation>
    </message>
    <message>
        <source>Ball</source>
        <translation>Boule</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>A click moves the cursor, a drag turns the brain.</source>
        <translation>Un clic déplace le curseur, glisser tourne le cerveau.</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Draw around something, in a slice or on the brain: left adds its voxels, right takes them away (Shift+L).</source>
        <translation>Entourez quelque chose, dans une coupe ou sur le cerveau&#xa0;: le gauche ajoute ses voxels, le droit les enlève (Maj+L).</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Drag a box over something, in a slice or on the brain: left adds its voxels, right takes them away (Shift+B).</source>
        <translation>Tirez une boîte sur quelque chose, dans une coupe ou sur le cerveau&#xa0;: le gauche ajoute ses voxels, le droit les enlève (Maj+B).</translation>
    </message>
    <message>
        <source>Flood</source>
        <translation>Remplir</translation>
    </message>
    <message>
        <source>A click adds, a right click takes away all that is connected there and above the threshold of the map (Shift+F).</source>
        <translation>Un clic ajoute, un clic droit enlève tout ce qui y est connecté et au-dessus du seuil de la carte (Maj+F).</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>À travers</translation>
    </message>
    <message>
        <source>On: through the whole brain. Off: only in the slice, or on the side of the brain that is in view.</source>
        <translation>Activé&#xa0;: à travers tout le cerveau. Sinon&#xa0;: seulement dans la coupe, ou du côté visible du cerveau.</translation>
    </message>
    <message>
        <source>Ball: paints through the slices. Disk: only in the slice. Spray: scattered voxels of a ball, more with every move.</source>
        <translation>Boule&#xa0;: peint à travers les coupes. Disque&#xa0;: seulement dans la coupe. Spray&#xa0;: des voxels dispersés d’une boule, d’autres à chaque mouvement.</translation>
    </message>
    <message>
        <source>Spray</source>
        <translation>Spray</translation>
    </message>
    <message>
        <source>Lasso, box and flood</source>
        <translation>Lasso, boîte et remplissage</translation>
    </message>
    <message>
        <source>Where painting may take voxels</source>
        <translation>Où la peinture peut prendre des voxels</translation>
    </message>
    <message>
        <source>Anywhere in the brain</source>
        <translation>Partout dans le cerveau</translation>
    </message>
    <message>
        <source>Paint takes all voxels of the brain mask.</source>
        <translation>La peinture prend tous les voxels du masque du cerveau.</translation>
    </message>
    <message>
        <source>Where the map is shown</source>
        <translation>Où la carte est affichée</translation>
    </message>
    <message>
        <source>Paint takes only voxels above the threshold of the map.</source>
        <translation>La peinture ne prend que les voxels au-dessus du seuil de la carte.</translation>
    </message>
    <message>
        <source>Grey matter</source>
        <translation>Matière grise</translation>
    </message>
    <message>
        <source>Paint takes only voxels of which a quarter or more is grey matter, by the subject&apos;s FreeSurfer or fMRIPrep images below the study&apos;s derivatives.</source>
        <translation>La peinture ne prend que les voxels gris pour un quart au moins, d’après les images FreeSurfer ou fMRIPrep du sujet parmi les dérivés de l’étude.</translation>
    </message>
    <message>
        <source>Where painting may take voxels: %1</source>
        <translation>Où la peinture peut prendre des voxels&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>fusiform::BrainView</name>
    <message>
        <source>Brain in three dimensions</source>
        <translation>Cerveau en trois dimensions</translation>
    </message>
    <message>
        <source>A click on a face of the cube looks from that side.</source>
        <translation>Un clic sur une face du cube regarde de ce côté.</translation>
    </message>
</context>
<context>
    <name>fusiform::CodeBars</name>
    <message>
        <source>Latent code</source>
        <translation>Code latent</translation>
    </message>
    <message>
        <source>Latent %1: %2</source>
        <translation>Latent&#xa0;%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Latent %1: %2 (pictures: %3 to %4)</source>
        <translation>Latent&#xa0;%1&#xa0;:&#xa0;%2 (images&#xa0;: de&#xa0;%3 à&#xa0;%4)</translation>
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
    <name>fusiform::ComparisonPanel</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Which models are compared</source>
        <translation>Quels modèles sont comparés</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Nombre d’images</translation>
    </message>
    <message>
        <source>Pictures: </source>
        <translation>Images&#xa0;: </translation>
    </message>
    <message>
        <source>Draws other pictures of the folder each time</source>
        <translation>Tire chaque fois d’autres images du dossier</translation>
    </message>
    <message>
        <source>Sort by which model</source>
        <translation>Trier selon quel modèle</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier selon</translation>
    </message>
    <message>
        <source>Sort: as drawn</source>
        <translation>Tri&#xa0;: ordre du tirage</translation>
    </message>
    <message>
        <source>Sort: pixel correlation</source>
        <translation>Tri&#xa0;: corrélation des pixels</translation>
    </message>
    <message>
        <source>Sort: SSIM</source>
        <translation>Tri&#xa0;: SSIM</translation>
    </message>
    <message>
        <source>Sort: sharpness</source>
        <translation>Tri&#xa0;: netteté</translation>
    </message>
    <message>
        <source>Sort: rank of the own face</source>
        <translation>Tri&#xa0;: rang du bon visage</translation>
    </message>
    <message>
        <source>The figure as SVG or PNG, with its models and program written below</source>
        <translation>La figure en SVG ou PNG, avec ses modèles et le programme écrits au-dessous</translation>
    </message>
    <message>
        <source>Choose models and compare them on pictures of the folder.</source>
        <translation>Choisissez des modèles et comparez-les sur des images du dossier.</translation>
    </message>
    <message>
        <source>There are no pictures.</source>
        <translation>Il n’y a pas d’images.</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Choisissez d’abord un modèle.</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>Modèles&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Compare first.</source>
        <translation>Comparez d’abord.</translation>
    </message>
    <message>
        <source>The pictures are shown as they were drawn.</source>
        <translation>Les images sont montrées dans l’ordre du tirage.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Comparer les modèles</translation>
    </message>
</context>
<context>
    <name>fusiform::DecoderControls</name>
    <message>
        <source>Fixed bias</source>
        <translation>Biais fixe</translation>
    </message>
    <message>
        <source>Scores in training sd</source>
        <translation>Scores en é.-t. d’apprentissage</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Décodeur</translation>
    </message>
    <message>
        <source>Strength of the ridge</source>
        <translation>Force de la pénalité ridge</translation>
    </message>
    <message>
        <source>Strength of the ridge, relative to the mean diagonal of W Wᵀ. 0 is the plain inverse.</source>
        <translation>Force de la pénalité ridge, par rapport à la diagonale moyenne de W Wᵀ. 0 est l’inverse simple.</translation>
    </message>
    <message>
        <source>Choose the ridge on training faces</source>
        <translation>Choisir la pénalité sur les visages d’apprentissage</translation>
    </message>
    <message>
        <source>The response to any face is taken off the patterns as W has it, instead of being solved for beside the latents (the paper).</source>
        <translation>La réponse à tout visage est retirée des réponses telle que W la donne, au lieu d’être résolue avec les latents (l’article).</translation>
    </message>
    <message>
        <source>Decoded and true codes are compared after each latent was divided by its training standard deviation.</source>
        <translation>Codes décodés et vrais codes sont comparés après division de chaque latent par son écart-type d’apprentissage.</translation>
    </message>
    <message>
        <source>More of the decoder</source>
        <translation>Plus sur le décodeur</translation>
    </message>
    <message>
        <source>Bias and units of the scores</source>
        <translation>Biais et unités des scores</translation>
    </message>
    <message>
        <source>Needs the noise of the scans, and this fit kept none: fit again and keep the series.</source>
        <translation>Demande le bruit des images, et cet ajustement n’en a conservé aucune&#xa0;: refaites-le en gardant la série.</translation>
    </message>
    <message>
        <source>Choose the ridge that recognises most training faces, each by a W that has not seen its session. Test faces have no part in it.</source>
        <translation>Choisir la pénalité qui reconnaît le plus de visages d’apprentissage, chacun par un W qui n’a pas vu sa session. Les visages de test n’y ont aucune part.</translation>
    </message>
    <message>
        <source>Needs the scans, and this fit kept none: fit again and keep the series.</source>
        <translation>Demande les images, et cet ajustement n’en a conservé aucune&#xa0;: refaites-le en gardant la série.</translation>
    </message>
</context>
<context>
    <name>fusiform::Diagnosis</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Cœurs du processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Temporary folder</source>
        <translation>Dossier temporaire</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s data</source>
        <translation>Dossier des données du programme</translation>
    </message>
    <message>
        <source>Files of the program</source>
        <translation>Fichiers du programme</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>Modèles de visages</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Décodage</translation>
    </message>
    <message>
        <source>Pictures without a display</source>
        <translation>Images sans écran</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Films</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Grappe de calcul</translation>
    </message>
</context>
<context>
    <name>fusiform::DiagnosisDialog</name>
    <message>
        <source>Trying what the program needs…</source>
        <translation>Essai de ce qu’il faut au programme…</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Version, system, screens, locale and what was found, without paths of yours: for a report of a fault.</source>
        <translation>Version, système, écrans, langue et ce qui a été trouvé, sans vos chemins&#xa0;: pour signaler un défaut.</translation>
    </message>
    <message>
        <source>Save with the log…</source>
        <translation>Enregistrer avec le journal des messages…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The brain in three dimensions</source>
        <translation>Le cerveau en trois dimensions</translation>
    </message>
    <message>
        <source>OpenGL works in this window.</source>
        <translation>OpenGL fonctionne dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Everything that the program needs is here.</source>
        <translation>Tout ce qu’il faut au programme est là.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the program&apos;s needs is not met.</source>
        <translation>
            <numerusform>Il manque une chose au programme.</numerusform>
            <numerusform>Il manque&#xa0;%n choses au programme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the diagnosis and the log</source>
        <translation>Enregistrer le diagnostic et les messages</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Archives zip (*.zip)</translation>
    </message>
</context>
<context>
    <name>fusiform::DockTitle</name>
    <message>
        <source>Put back into the window</source>
        <translation>Remettre dans la fenêtre</translation>
    </message>
    <message>
        <source>Make a window of its own</source>
        <translation>Détacher dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>Fermer&#xa0;; le menu Affichage le fait revenir</translation>
    </message>
</context>
<context>
    <name>fusiform::ExploredModel</name>
    <message>
        <source>No axes of attributes were found for this model yet.</source>
        <translation>Les axes d’attributs de ce modèle n’ont pas encore été cherchés.</translation>
    </message>
    <message>
        <source>The axes beside this model are of another model.</source>
        <translation>Les axes placés à côté de ce modèle sont ceux d’un autre modèle.</translation>
    </message>
</context>
<context>
    <name>fusiform::ExplorerPanel</name>
    <message>
        <source>Random face</source>
        <translation>Visage au hasard</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>Images les plus proches</translation>
    </message>
    <message>
        <source>The face of this code</source>
        <translation>Le visage de ce code</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>From the move of a control to the new picture</source>
        <translation>Du mouvement d’une commande à la nouvelle image</translation>
    </message>
    <message>
        <source>Latent code</source>
        <translation>Code latent</translation>
    </message>
    <message>
        <source>A face that no picture shows, from the distribution of the codes</source>
        <translation>Un visage qu’aucune image ne montre, tiré de la distribution des codes</translation>
    </message>
    <message>
        <source>All sliders and bars back to where the face was</source>
        <translation>Remet tous les curseurs et toutes les barres là où était le visage</translation>
    </message>
    <message>
        <source>Nearest picture %1</source>
        <translation>Image proche nº&#xa0;%1</translation>
    </message>
    <message>
        <source>How the axes were found</source>
        <translation>Comment les axes ont été trouvés</translation>
    </message>
    <message>
        <source>Difference of means (paper)</source>
        <translation>Différence des moyennes (article)</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Régression logistique</translation>
    </message>
    <message>
        <source>Difference of means moves everything that goes along with an attribute; the regression, what tells it best.</source>
        <translation>La différence des moyennes déplace tout ce qui accompagne un attribut&#xa0;; la régression, ce qui le distingue le mieux.</translation>
    </message>
    <message>
        <source>Find an attribute</source>
        <translation>Chercher un attribut</translation>
    </message>
    <message>
        <source>Find axes of attributes…</source>
        <translation>Trouver les axes d’attributs…</translation>
    </message>
    <message>
        <source>From pictures with labels: CelebA&apos;s list_attr format, or a TSV</source>
        <translation>À partir d’images étiquetées&#xa0;: format list_attr de CelebA, ou TSV</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>The pictures are not coded yet.</source>
        <translation>Les images ne sont pas encore codées.</translation>
    </message>
    <message>
        <source>%1 with, %2 without, among %3</source>
        <translation>%1 avec,&#xa0;%2 sans, parmi&#xa0;%3</translation>
    </message>
    <message>
        <source>random %1</source>
        <translation>hasard&#xa0;%1</translation>
    </message>
    <message>
        <source>Unusual code: %1 of %2 latents lie beyond those of every picture; %3 standard deviations from the mean code (pictures: up to %4).</source>
        <translation>Code inhabituel&#xa0;:&#xa0;%1 latents sur&#xa0;%2 dépassent ceux de toutes les images&#xa0;; à&#xa0;%3 écarts-types du code moyen (images&#xa0;: jusqu’à&#xa0;%4).</translation>
    </message>
    <message>
        <source>%1 of %2 latents lie beyond those of every picture; %3 standard deviations from the mean code (pictures: up to %4).</source>
        <translation>%1 latents sur&#xa0;%2 dépassent ceux de toutes les images&#xa0;; à&#xa0;%3 écarts-types du code moyen (images&#xa0;: jusqu’à&#xa0;%4).</translation>
    </message>
    <message>
        <source>Drop a face on %1, or double-click one on the left.</source>
        <translation>Déposez un visage sur&#xa0;%1, ou double-cliquez-en un à gauche.</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1 par&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 % of the way from %2 to %3</source>
        <translation>à&#xa0;%1&#xa0;% du chemin de&#xa0;%2 à&#xa0;%3</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, %2 standard deviations away</source>
        <translation>%1, à&#xa0;%2 écarts-types</translation>
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
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source> (latents by hand: %1)</source>
        <translation> (latents à la main&#xa0;:&#xa0;%1)</translation>
    </message>
    <message>
        <source>Latent %1</source>
        <translation>Latent&#xa0;%1</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>fusiform::ExportDialog</name>
    <message>
        <source>Every step a page of its own</source>
        <translation>Une page pour chaque étape</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Export the talk</source>
        <translation>Exporter l’exposé</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page (one file)</source>
        <translation>Page web (un fichier)</translation>
    </message>
    <message>
        <source>Pictures (PNG)</source>
        <translation>Images (PNG)</translation>
    </message>
    <message>
        <source>Film (MP4)</source>
        <translation>Film (MP4)</translation>
    </message>
    <message>
        <source>Film (WebM)</source>
        <translation>Film (WebM)</translation>
    </message>
    <message>
        <source>Film (GIF)</source>
        <translation>Film (GIF)</translation>
    </message>
    <message>
        <source>Films need ffmpeg, which is not installed. Pictures can be made into a film later.</source>
        <translation>Les films demandent ffmpeg, qui n’est pas installé. Les images peuvent devenir un film plus tard.</translation>
    </message>
    <message>
        <source>the talk</source>
        <translation>l’exposé</translation>
    </message>
    <message>
        <source>the brain of this slide, once round</source>
        <translation>le cerveau de cette diapositive, un tour</translation>
    </message>
    <message>
        <source>as on the screen</source>
        <translation>comme à l’écran</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanc</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> pixels</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>A .json beside the file says how it was made. Faces of people are in it: mind their rights before you pass it on.</source>
        <translation>Un .json à côté du fichier dit comment il a été fait. Des visages de personnes y figurent&#xa0;: pensez à leurs droits avant de le transmettre.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Comme</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>One turn</source>
        <translation>Un tour</translation>
    </message>
    <message>
        <source>Each step</source>
        <translation>Chaque étape</translation>
    </message>
</context>
<context>
    <name>fusiform::FaceGallery</name>
    <message>
        <source>Faces: originals and reconstructions</source>
        <translation>Visages&#xa0;: originaux et reconstructions</translation>
    </message>
    <message>
        <source>%1, read by %2: the true face has rank %3 of %4 (r = %5)</source>
        <translation>%1, lu par %2&#xa0;: le vrai visage est au rang %3 sur %4 (r = %5)</translation>
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
    <name>fusiform::FacesPage</name>
    <message>
        <source>Explorer</source>
        <translation>Explorateur</translation>
    </message>
    <message>
        <source>Face model</source>
        <translation>Modèle de visages</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>Open a face model</source>
        <translation>Ouvrir un modèle de visages</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 latents, %2 × %2 pixels, trained on %3</source>
        <translation>%1 latents,&#xa0;%2 ×&#xa0;%2 pixels, entraîné sur&#xa0;%3</translation>
    </message>
    <message>
        <source>Code the pictures</source>
        <translation>Coder les images</translation>
    </message>
    <message>
        <source>Labels of the pictures in %1</source>
        <translation>Étiquettes des images de&#xa0;%1</translation>
    </message>
    <message>
        <source>Labels (*.txt *.tsv)</source>
        <translation>Étiquettes (*.txt *.tsv)</translation>
    </message>
    <message>
        <source>Find axes of attributes</source>
        <translation>Trouver les axes d’attributs</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Intérieur</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>The pictures are not coded yet.</source>
        <translation>Les images ne sont pas encore codées.</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Aucun modèle n’est ouvert.</translation>
    </message>
    <message>
        <source>Face models (*.safetensors *.pt)</source>
        <translation>Modèles de visages (*.safetensors *.pt)</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Essayer&#xa0;%1</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
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
        <source>The seal is open. Exploratory: this region was changed while faces were showing.</source>
        <translation>Le sceau est ouvert. Exploratoire&#xa0;: cette région a été modifiée pendant que des visages étaient affichés.</translation>
    </message>
    <message>
        <source>The seal is open. Confirmatory: this region was not changed while faces were showing.</source>
        <translation>Le sceau est ouvert. Confirmatoire&#xa0;: cette région n’a pas été modifiée pendant que des visages étaient affichés.</translation>
    </message>
    <message>
        <source>Contrast matched to training faces</source>
        <translation>Contraste ajusté aux visages d’apprentissage</translation>
    </message>
    <message>
        <source>Decoded codes are shrunk by noise and ridge. On: their distance from the mean face is stretched to that of training codes. Off: faces of the codes as decoded. Scores use them as decoded either way.</source>
        <translation>Le bruit et la pénalité ridge rétrécissent les codes décodés. Activé&#xa0;: leur distance au visage moyen est étirée à celle des codes d’apprentissage. Désactivé&#xa0;: visages des codes tels que décodés. Les scores les utilisent toujours tels que décodés.</translation>
    </message>
    <message>
        <source>Read from the region</source>
        <translation>Lu dans la région</translation>
    </message>
    <message>
        <source>%1 · contrast matched to training faces</source>
        <translation>%1 · contraste ajusté aux visages d’apprentissage</translation>
    </message>
    <message>
        <source>%1 · codes as decoded</source>
        <translation>%1 · codes tels que décodés</translation>
    </message>
    <message>
        <source>%1 · %2 voxels · pairwise %3 % · %4 · %5 ms</source>
        <translation>%1 ·&#xa0;%2 voxels · par paires&#xa0;%3&#xa0;% ·&#xa0;%4 ·&#xa0;%5 ms</translation>
    </message>
</context>
<context>
    <name>fusiform::FigureEditor</name>
    <message>
        <source>With its title</source>
        <translation>Avec son titre</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>Choisir une autre couleur</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Couleur&#xa0;%1</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Une colonne</translation>
    </message>
    <message>
        <source>One column and a half</source>
        <translation>Une colonne et demie</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>Deux colonnes</translation>
    </message>
    <message>
        <source>A slide</source>
        <translation>Une diapositive</translation>
    </message>
    <message>
        <source>Another width</source>
        <translation>Autre largeur</translation>
    </message>
    <message>
        <source> cm</source>
        <translation> cm</translation>
    </message>
    <message>
        <source> dots an inch</source>
        <translation> points par pouce</translation>
    </message>
    <message>
        <source>Of a PNG; SVG and PDF are sharp at any size.</source>
        <translation>D’un PNG&#xa0;; SVG et PDF sont nets à toute taille.</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Panel letter</source>
        <translation>Lettre du panneau</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Netteté</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>As SVG, PDF or PNG, with its numbers (TSV) and settings (JSON) beside it</source>
        <translation>En SVG, PDF ou PNG, avec ses nombres (TSV) et ses réglages (JSON) à côté</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the picture, to be pasted elsewhere.</source>
        <translation>Copie l’image, à coller ailleurs.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Enregistrer la figure</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>Figures are laid out for Inter; texts of a wider font are made smaller.</source>
        <translation>Les figures sont composées pour Inter&#xa0;; les textes d’une police plus large sont réduits.</translation>
    </message>
    <message>
        <source>Inter (built in)</source>
        <translation>Inter (fournie)</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
</context>
<context>
    <name>fusiform::FilmWriter</name>
    <message>
        <source>ffmpeg could not be started.</source>
        <translation>ffmpeg n’a pas pu démarrer.</translation>
    </message>
    <message>
        <source>ffmpeg could not make the film: %1</source>
        <translation>ffmpeg n’a pas pu faire le film&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>fusiform::FitFacts</name>
    <message>
        <source>No training picture was found to be a test face.</source>
        <translation>Aucune image d’apprentissage n’a été trouvée parmi les visages de test.</translation>
    </message>
    <message>
        <source>Left out of training, as they are also test faces: %1 identical and %2 nearly identical pictures.</source>
        <translation>Laissées hors de l’apprentissage, car aussi visages de test&#xa0;: %1 images identiques et %2 presque identiques.</translation>
    </message>
    <message>
        <source>Trained though they are also test faces: %1 identical and %2 nearly identical pictures.</source>
        <translation>À l’apprentissage bien qu’aussi visages de test&#xa0;: %1 images identiques et %2 presque identiques.</translation>
    </message>
    <message>
        <source>test faces in training</source>
        <translation>visages de test à l’apprentissage</translation>
    </message>
</context>
<context>
    <name>fusiform::IdentificationMatrix</name>
    <message>
        <source>Identification matrix: decoded faces by true faces</source>
        <translation>Matrice d’identification&#xa0;: visages décodés par vrais visages</translation>
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
        <source>Exploration faces; the confirmation faces stay sealed.</source>
        <translation>Visages d’exploration&#xa0;; les visages de confirmation restent scellés.</translation>
    </message>
    <message>
        <source>Exploration and confirmation faces: the seal is open.</source>
        <translation>Visages d’exploration et de confirmation&#xa0;: le sceau est ouvert.</translation>
    </message>
    <message>
        <source>Training faces: cross-validating…</source>
        <translation>Visages d’apprentissage&#xa0;: validation croisée…</translation>
    </message>
    <message>
        <source>Training faces: %1</source>
        <translation>Visages d’apprentissage&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Training faces: not cross-validated, as the fit kept no series of its scans.</source>
        <translation>Visages d’apprentissage&#xa0;: pas de validation croisée, l’ajustement n’a conservé aucune série d’images.</translation>
    </message>
    <message>
        <source>Training faces, sessions held out: pairwise %1 ± %2 %</source>
        <extracomment>%1 a share, %2 its standard error</extracomment>
        <translation>Apprentissage, sessions mises de côté&#xa0;: par paires&#xa0;%1 ±&#xa0;%2&#xa0;%</translation>
    </message>
    <message>
        <source>Training faces, runs held out: pairwise %1 ± %2 %</source>
        <translation>Apprentissage, runs mis de côté&#xa0;: par paires&#xa0;%1 ±&#xa0;%2&#xa0;%</translation>
    </message>
    <message>
        <source>%1 single trials, each decoded by a W that has not seen its session or run; chance is 50 %. No test face has a part in it, so it stays honest however the region was found.</source>
        <translation>%1 essais isolés, chacun décodé par un W qui n’a pas vu sa session ou son run&#xa0;; hasard&#xa0;: 50&#xa0;%. Aucun visage de test n’y a part&#xa0;: le score reste honnête, quelle que soit la façon dont la région a été trouvée.</translation>
    </message>
    <message>
        <source>All test faces: pairwise %1 % · first of %2: %3 %</source>
        <translation>Tous les visages de test&#xa0;: par paires&#xa0;%1&#xa0;% · premier de&#xa0;%2&#xa0;:&#xa0;%3&#xa0;%</translation>
    </message>
    <message>
        <source>Exploration faces: pairwise %1 % · first of %2: %3 %</source>
        <translation>Exploration&#xa0;: par paires&#xa0;%1&#xa0;% · premier de&#xa0;%2&#xa0;:&#xa0;%3&#xa0;%</translation>
    </message>
    <message>
        <source>Chance: 50 % and %1 %.</source>
        <translation>Hasard&#xa0;: 50&#xa0;% et&#xa0;%1&#xa0;%.</translation>
    </message>
    <message>
        <source>Single trials of training faces; %1</source>
        <translation>Essais uniques de visages d’apprentissage&#xa0;; %1</translation>
    </message>
    <message>
        <source>&lt;p&gt;Single trials of &lt;b&gt;training faces&lt;/b&gt;, decoded by a W that was estimated without their session (without their run, where there is one session). A trial wins a pair if its code is more like its own face&apos;s code than like another one&apos;s of that session. Chance is 50 %; ± is one standard error over what is held out.&lt;/p&gt;&lt;p&gt;Test faces play no part in it, so a region may be chosen by this number.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Essais isolés de &lt;b&gt;visages d’apprentissage&lt;/b&gt;, décodés par un W estimé sans leur session (sans leur passage, s’il n’y a qu’une session). Un essai gagne une paire si son code ressemble plus à celui de son propre visage qu’à celui d’un autre de cette session. Le hasard est à 50&#xa0;%&#xa0;; ± est une erreur type sur ce qui est mis de côté.&lt;/p&gt;&lt;p&gt;Les visages de test n’y jouent aucun rôle&#xa0;: on peut donc choisir une région d’après ce nombre.&lt;/p&gt;</translation>
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
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>encore %1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>encore %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>fusiform::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
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
    <name>fusiform::JournalPanel</name>
    <message>
        <source>Seal opened for “%1”</source>
        <translation>Scellé ouvert pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation>Empreinte&#xa0;%1</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Only what made the region in use</source>
        <translation>Seulement ce qui a fait la région utilisée</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Click on an entry to go back or forth to it.</source>
        <translation>Cliquez sur une entrée pour y revenir ou y avancer.</translation>
    </message>
    <message>
        <source>Go here</source>
        <translation>Aller ici</translation>
    </message>
    <message>
        <source>Copy this entry</source>
        <translation>Copier cette entrée</translation>
    </message>
    <message>
        <source>Copy the journal</source>
        <translation>Copier le journal</translation>
    </message>
</context>
<context>
    <name>fusiform::LeakPanel</name>
    <message>
        <source>Leave these pictures out of training</source>
        <translation>Laisser ces images hors de l’apprentissage</translation>
    </message>
    <message>
        <source>Of the fits that are started from here. A test face that also trained is recognised too easily; the fit remembers the choice.</source>
        <translation>Pour les ajustements lancés d’ici. Un visage de test qui a aussi servi à l’apprentissage est reconnu trop facilement&#xa0;; l’ajustement se souvient du choix.</translation>
    </message>
    <message>
        <source>Training pictures that are also test faces</source>
        <translation>Images d’apprentissage qui sont aussi des visages de test</translation>
    </message>
    <message>
        <source>Training picture</source>
        <translation>Image d’apprentissage</translation>
    </message>
    <message>
        <source>Test face</source>
        <translation>Visage de test</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>Elles sont</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Correlation of the fine detail of the two pictures; copies have more than 0.72.</source>
        <translation>Corrélation des détails fins des deux images&#xa0;; les copies dépassent 0,72.</translation>
    </message>
    <message>
        <source>Training and test pictures are being compared.</source>
        <translation>Les images d’apprentissage et de test sont en cours de comparaison.</translation>
    </message>
    <message>
        <source>None of the training pictures is a test face, by its bytes or by what it shows (%1 pictures compared).</source>
        <translation>Aucune des images d’apprentissage n’est un visage de test, ni par ses octets ni par ce qu’elle montre (%1 images comparées).</translation>
    </message>
    <message>
        <source>%1 training pictures are also test faces: %2 identical, %3 nearly identical (%4 pictures compared).</source>
        <translation>%1 images d’apprentissage sont aussi des visages de test&#xa0;: %2 identiques, %3 presque identiques (%4 images comparées).</translation>
    </message>
    <message>
        <source>%1 %2 pictures are not here and could not be compared.</source>
        <translation>%1 %2 images ne sont pas là et n’ont pas pu être comparées.</translation>
    </message>
    <message>
        <source>There is none to leave out.</source>
        <translation>Il n’y en a aucune à laisser de côté.</translation>
    </message>
    <message>
        <source>nearly identical</source>
        <extracomment>of two pictures</extracomment>
        <translation>presque identiques</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identiques</translation>
    </message>
</context>
<context>
    <name>fusiform::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Avis</translation>
    </message>
</context>
<context>
    <name>fusiform::MainWindow</name>
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
        <translation>Avis</translation>
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
        <source>%1: done</source>
        <translation>%1&#xa0;: terminé</translation>
    </message>
    <message>
        <source>%1: stopped</source>
        <translation>%1&#xa0;: arrêté</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Attention&#xa0;: %1</translation>
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
        <source>About Fusiform</source>
        <translation>À propos de Fusiform</translation>
    </message>
    <message>
        <source>Fusiform %1

Reconstructs faces from fMRI patterns, after VanRullen and Reddy (2019), Communications Biology 2:193.
Free software: GPL 3 or later.</source>
        <translation>Fusiform %1

Reconstruit des visages à partir de l’activité d’IRMf, d’après VanRullen et Reddy (2019), Communications Biology 2:193.
Logiciel libre&#xa0;: GPL 3 ou ultérieure.</translation>
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
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rétablir&#xa0;: %1</translation>
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
    <message>
        <source>Seal open: all %1 faces</source>
        <translation>Sceau ouvert&#xa0;: les %1 visages</translation>
    </message>
    <message>
        <source>Sealed faces: %1</source>
        <translation>Visages scellés&#xa0;: %1</translation>
    </message>
    <message>
        <source>The confirmation faces were opened; the fit has a record of it.</source>
        <translation>Les visages de confirmation ont été ouverts&#xa0;; l’ajustement en garde la trace.</translation>
    </message>
    <message>
        <source>Confirmation faces, sealed so that a region can be chosen without looking at them. Click to open them.</source>
        <translation>Visages de confirmation, scellés pour qu’une région soit choisie sans les regarder. Cliquez pour les ouvrir.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Ajustements récents</translation>
    </message>
    <message>
        <source>The seal is open already.</source>
        <translation>Le sceau est déjà ouvert.</translation>
    </message>
    <message>
        <source>This fit has no sealed faces.</source>
        <translation>Cet ajustement n’a pas de visages scellés.</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1&#xa0;: échec</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Rien n’est ouvert.</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Regions of an atlas</source>
        <translation>Régions d’un atlas</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter&#xa0;%1</translation>
    </message>
    <message>
        <source>Label images, masks, labels of surfaces (*.nii *.nii.gz *.mgz *.mgh *.annot *.label *.gii *.gii.gz)</source>
        <translation>Images d’étiquettes, masques, étiquettes de surfaces (*.nii *.nii.gz *.mgz *.mgh *.annot *.label *.gii *.gii.gz)</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>Preferred face</source>
        <translation>Visage préféré</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Et si</translation>
    </message>
    <message>
        <source>Journal</source>
        <extracomment>noun, the list of all changes</extracomment>
        <translation>Journal</translation>
    </message>
    <message>
        <source>You worked on this fit before, last on %1.</source>
        <translation>Vous avez déjà travaillé sur cet ajustement, la dernière fois le&#xa0;%1.</translation>
    </message>
    <message>
        <source>The last session of this fit did not end in order; its last change was on %1.</source>
        <translation>La dernière session de cet ajustement ne s’est pas terminée normalement&#xa0;; sa dernière modification date du&#xa0;%1.</translation>
    </message>
    <message>
        <source>Go on from there</source>
        <translation>Reprendre là</translation>
    </message>
    <message>
        <source>An inflated surface does not lie where the brain does: show another one to cut it.</source>
        <translation>Une surface gonflée ne se trouve pas là où est le cerveau&#xa0;: affichez-en une autre pour la couper.</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PDF (*.pdf);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PDF (*.pdf);;PNG (*.png)</translation>
    </message>
    <message>
        <source>The figure is in %1, its numbers and settings beside it.</source>
        <translation>La figure est dans&#xa0;%1, ses nombres et ses réglages à côté.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Le rapport est dans&#xa0;%1.</translation>
    </message>
    <message>
        <source>Another window could not be started.</source>
        <translation>Une autre fenêtre n’a pas pu être ouverte.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Changes to %1 were left without saving, the last of them on %2.</source>
        <translation>%1 a été quitté avec des modifications non enregistrées, la dernière du&#xa0;%2.</translation>
    </message>
    <message>
        <source>The program ended before changes to %1 were saved, the last of them on %2.</source>
        <translation>Le programme s’est arrêté avant que des modifications de&#xa0;%1 soient enregistrées, la dernière du&#xa0;%2.</translation>
    </message>
    <message>
        <source>Take them back in</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>There is no slide yet.</source>
        <translation>Il n’y a pas encore de diapositive.</translation>
    </message>
    <message>
        <source>A slide of this view is in the talk (page Present).</source>
        <translation>Une diapositive de cette vue est dans l’exposé (page Présenter).</translation>
    </message>
    <message>
        <source>The brain</source>
        <translation>Le cerveau</translation>
    </message>
    <message>
        <source>Drag to turn it, use the wheel to zoom, click to put the cursor. The three slices below show the same place. Colours: where faces give a stronger answer than a cross.</source>
        <translation>Faites-le glisser pour le tourner, la molette l’agrandit, un clic pose le curseur. Les trois coupes en dessous montrent le même endroit. Couleurs&#xa0;: là où les visages donnent une réponse plus forte qu’une croix.</translation>
    </message>
    <message>
        <source>Faces are read from one region at a time. Choose another one: the faces change.</source>
        <translation>Les visages sont lus dans une région à la fois. Choisissez-en une autre&#xa0;: les visages changent.</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Draw your own region: B, then paint with the left button and erase with the right one, in slices or on the brain. Ctrl+Z takes anything back.</source>
        <translation>Dessinez votre région&#xa0;: B, puis peignez avec le bouton gauche et effacez avec le droit, dans les coupes ou sur le cerveau. Ctrl+Z annule tout.</translation>
    </message>
    <message>
        <source>Above what was shown in the scanner, below what is read from the region, live. The small number is the rank of the true face.</source>
        <translation>En haut ce qui a été montré dans le scanner, en dessous ce qui est lu dans la région, en direct. Le petit nombre est le rang du vrai visage.</translation>
    </message>
    <message>
        <source>The seal</source>
        <translation>Le sceau</translation>
    </message>
    <message>
        <source>Half of the faces stay sealed, so that you cannot fool yourself by choosing a region that happens to work. Open them once, when the region is settled: it is written down.</source>
        <translation>La moitié des visages reste scellée, pour que vous ne vous trompiez pas vous-même en choisissant une région qui marche par hasard. Ouvrez-les une fois, quand la région est fixée&#xa0;: c’est noté.</translation>
    </message>
    <message>
        <source>That was the tour. Ctrl+K finds every action by its name, F1 explains what is under the mouse.</source>
        <translation>C’était la visite. Ctrl+K trouve chaque action par son nom, F1 explique ce qui est sous la souris.</translation>
    </message>
    <message>
        <source>New here? Five steps show how faces are read from the brain.</source>
        <translation>Première fois ici&#xa0;? Cinq étapes montrent comment les visages sont lus dans le cerveau.</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Faire la visite</translation>
    </message>
</context>
<context>
    <name>fusiform::ManualWindow</name>
    <message>
        <source>First start</source>
        <translation>Premier démarrage</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>La fenêtre</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>Decoding and the seal</source>
        <translation>Le décodage et le sceau</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>Modèles de visages</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>File formats</source>
        <translation>Formats de fichiers</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>Fusiform manual</source>
        <translation>Manuel de Fusiform</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Pages du manuel</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Page du manuel</translation>
    </message>
    <message>
        <source>Preparing a study</source>
        <translation>Préparer une étude</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>Présenter</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Chercher dans le manuel</translation>
    </message>
</context>
<context>
    <name>fusiform::MapBar</name>
    <message>
        <source>Map on the brain</source>
        <translation>Carte sur le cerveau</translation>
    </message>
    <message>
        <source>Threshold of the map</source>
        <translation>Seuil de la carte</translation>
    </message>
    <message>
        <source>Face of the map</source>
        <translation>Visage de la carte</translation>
    </message>
    <message>
        <source>over</source>
        <translation>plutôt que</translation>
    </message>
    <message>
        <source>Face it is told from</source>
        <translation>Visage dont on le distingue</translation>
    </message>
    <message>
        <source>Attribute of the map</source>
        <translation>Attribut de la carte</translation>
    </message>
    <message>
        <source>FDR 5 %</source>
        <extracomment>sets the threshold of a map where the false discovery rate is 5 %</extracomment>
        <translation>FDR 5&#xa0;%</translation>
    </message>
    <message>
        <source>Set the threshold where the false discovery rate over the brain is 5 % (Benjamini and Hochberg).</source>
        <translation>Placer le seuil là où le taux de fausses découvertes sur le cerveau est de 5&#xa0;% (Benjamini et Hochberg).</translation>
    </message>
    <message>
        <source>face in focus</source>
        <translation>visage choisi</translation>
    </message>
    <message>
        <source>The face that was pressed last among the faces.</source>
        <translation>Le visage sur lequel on a appuyé en dernier.</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>les autres</translation>
    </message>
    <message>
        <source>The mean of all other exploration faces.</source>
        <translation>La moyenne de tous les autres visages d’exploration.</translation>
    </message>
    <message>
        <source>Open a fit first.</source>
        <translation>Ouvrez d’abord un ajustement.</translation>
    </message>
    <message>
        <source>The fit has no exploration faces with known codes.</source>
        <translation>L’ajustement n’a pas de visages d’exploration aux codes connus.</translation>
    </message>
    <message>
        <source>There are no axes of attributes beside the face model.</source>
        <translation>Il n’y a pas d’axes d’attributs à côté du modèle de visages.</translation>
    </message>
    <message>
        <source>The fit was made without the reliability of its weights.</source>
        <translation>L’ajustement a été fait sans la fiabilité de ses poids.</translation>
    </message>
    <message>
        <source>The fit was made without a noise ceiling.</source>
        <translation>L’ajustement a été fait sans plafond de bruit.</translation>
    </message>
    <message>
        <source>Run it first: Searchlight… in the menu Region.</source>
        <translation>Lancez-le d’abord&#xa0;: Projecteur… dans le menu Région.</translation>
    </message>
    <message>
        <source>The region has no voxels yet.</source>
        <translation>La région n’a pas encore de voxels.</translation>
    </message>
    <message>
        <source>Choose two different faces.</source>
        <translation>Choisissez deux visages différents.</translation>
    </message>
    <message>
        <source>No voxel passes a false discovery rate of 5 %.</source>
        <translation>Aucun voxel ne passe un taux de fausses découvertes de 5&#xa0;%.</translation>
    </message>
    <message>
        <source>The fit has no p values of this map.</source>
        <translation>L’ajustement n’a pas de valeurs p pour cette carte.</translation>
    </message>
    <message>
        <source>sum: difference of r %1</source>
        <translation>somme&#xa0;: différence de r&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 mm, not finished: %2 centres</source>
        <translation>%1 mm, inachevé&#xa0;:&#xa0;%2 centres</translation>
    </message>
    <message>
        <source>%1 mm, without permutations</source>
        <translation>%1 mm, sans permutations</translation>
    </message>
    <message>
        <source>%1 mm, %2 permutations: p ≤ .05 from %3 on</source>
        <translation>%1 mm,&#xa0;%2 permutations&#xa0;: p ≤ 0,05 à partir de&#xa0;%3</translation>
    </message>
    <message>
        <source>%1 mm, %2 permutations: nothing has p ≤ .05</source>
        <translation>%1 mm,&#xa0;%2 permutations&#xa0;: rien n’a p ≤ 0,05</translation>
    </message>
    <message>
        <source>Searchlight, %1 mm</source>
        <translation>Projecteur,&#xa0;%1 mm</translation>
    </message>
    <message>
        <source>The axes beside the face model cannot be read.</source>
        <translation>Les axes à côté du modèle de visages sont illisibles.</translation>
    </message>
    <message>
        <source>Negative tail</source>
        <translation>Queue négative</translation>
    </message>
    <message>
        <source>Whether negative values are shown</source>
        <translation>Si les valeurs négatives sont montrées</translation>
    </message>
    <message>
        <source>One threshold for both tails</source>
        <translation>Un seuil pour les deux queues</translation>
    </message>
    <message>
        <source>On: the thresholds of both tails move together. Off: each has its own.</source>
        <translation>Actif&#xa0;: les seuils des deux queues bougent ensemble. Sinon, chacune a le sien.</translation>
    </message>
    <message>
        <source>Positive tail</source>
        <translation>Queue positive</translation>
    </message>
    <message>
        <source>Whether positive values are shown</source>
        <translation>Si les valeurs positives sont montrées</translation>
    </message>
    <message>
        <source>training faces, %1</source>
        <extracomment>of a searchlight; %1 is its radius and what there is to say of it</extracomment>
        <translation>visages d’apprentissage, %1</translation>
    </message>
</context>
<context>
    <name>fusiform::Maps</name>
    <message>
        <source>t (faces − fixation)</source>
        <translation>t (visages − fixation)</translation>
    </message>
    <message>
        <source>Gain in explained variance</source>
        <translation>Gain de variance expliquée</translation>
    </message>
    <message>
        <source>Evidence for a face</source>
        <translation>Indices pour un visage</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Prefers such faces</source>
        <translation>Préfère ces visages</translation>
    </message>
    <message>
        <source>Reliability of the weights</source>
        <translation>Fiabilité des poids</translation>
    </message>
    <message>
        <source>Noise ceiling</source>
        <translation>Plafond de bruit</translation>
    </message>
    <message>
        <source>Searchlight</source>
        <translation>Projecteur</translation>
    </message>
    <message>
        <source>t of faces against fixation in every voxel; the threshold is not corrected for the number of voxels.</source>
        <translation>t des visages contre la fixation dans chaque voxel&#xa0;; le seuil n’est pas corrigé pour le nombre de voxels.</translation>
    </message>
    <message>
        <source>How much of each voxel&apos;s variance the latents explain beyond faces as such.</source>
        <translation>La part de variance de chaque voxel que les latents expliquent au-delà des visages en général.</translation>
    </message>
    <message>
        <source>What each voxel of the region adds to telling the decoded face from the other: the values sum to the difference of the two correlations.</source>
        <translation>Ce que chaque voxel de la région apporte pour distinguer le visage décodé de l’autre&#xa0;: la somme des valeurs est la différence des deux corrélations.</translation>
    </message>
    <message>
        <source>Correlation of each voxel&apos;s weights with the axis of an attribute. The false discovery rate takes the latents for independent.</source>
        <translation>Corrélation des poids de chaque voxel avec l’axe d’un attribut. Le taux de fausses découvertes suppose les latents indépendants.</translation>
    </message>
    <message>
        <source>Correlation of each voxel&apos;s weights with the code of a face. The false discovery rate takes the latents for independent.</source>
        <translation>Corrélation des poids de chaque voxel avec le code d’un visage. Le taux de fausses découvertes suppose les latents indépendants.</translation>
    </message>
    <message>
        <source>Correlation of the weights from odd runs with those from even runs.</source>
        <translation>Corrélation des poids des passages impairs avec ceux des passages pairs.</translation>
    </message>
    <message>
        <source>Largest share of the variance between exploration faces that any model can explain, in per cent.</source>
        <translation>Plus grande part de la variance entre visages d’exploration qu’un modèle puisse expliquer, en pour cent.</translation>
    </message>
    <message>
        <source>Share of pairs of exploration faces told apart by the voxels around each voxel; chance is 0.5.</source>
        <translation>Part des paires de visages d’exploration que distinguent les voxels autour de chaque voxel&#xa0;; le hasard est 0,5.</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>gain</translation>
    </message>
    <message>
        <source>difference of r</source>
        <translation>différence de r</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>pour cent</translation>
    </message>
    <message>
        <source>pairs told apart</source>
        <translation>paires distinguées</translation>
    </message>
    <message>
        <source>uncorrected</source>
        <extracomment>of the threshold of a map: not corrected for the number of voxels</extracomment>
        <translation>non corrigé</translation>
    </message>
    <message>
        <source>corrected p ≤ .05</source>
        <translation>p corrigé ≤ .05</translation>
    </message>
    <message>
        <source>FDR 5 %</source>
        <translation>FDR 5&#xa0;%</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>of the colour bar: the quantity, and whether the threshold is corrected</extracomment>
        <translation>%1,&#xa0;%2</translation>
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
    <name>fusiform::MixRow</name>
    <message>
        <source>Face %1</source>
        <translation>Visage&#xa0;%1</translation>
    </message>
    <message>
        <source>Position between A and B</source>
        <translation>Position entre A et B</translation>
    </message>
    <message>
        <source>One face</source>
        <translation>Un visage</translation>
    </message>
    <message>
        <source>Between two</source>
        <translation>Entre deux</translation>
    </message>
    <message>
        <source>A − B + C</source>
        <translation>A − B + C</translation>
    </message>
    <message>
        <source>The face as the model sees it, and moved along axes</source>
        <translation>Le visage tel que le modèle le voit, déplacé le long d’axes</translation>
    </message>
    <message>
        <source>On the way from A to B in latent space</source>
        <translation>Sur le chemin de A à B dans l’espace latent</translation>
    </message>
    <message>
        <source>What makes A differ from B, added to C (Fig. 1b of the paper)</source>
        <translation>Ce qui distingue A de B, ajouté à C (fig. 1b de l’article)</translation>
    </message>
</context>
<context>
    <name>fusiform::NumberOrigin</name>
    <message>
        <source>Region: %1, %2 voxels, hash %3</source>
        <translation>Région&#xa0;: %1, %2 voxels, empreinte %3</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>Faite par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Exploratory: changed while faces or scores were showing</source>
        <translation>Exploratoire&#xa0;: modifiée pendant que des visages ou des scores étaient affichés</translation>
    </message>
    <message>
        <source>Confirmatory: never changed while faces or scores were showing</source>
        <translation>Confirmatoire&#xa0;: jamais modifiée pendant que des visages ou des scores étaient affichés</translation>
    </message>
    <message>
        <source>Journal: the region was changed since</source>
        <translation>Journal&#xa0;: la région a été modifiée depuis</translation>
    </message>
    <message>
        <source>Journal: the region is as the fit offers it</source>
        <translation>Journal&#xa0;: la région est telle que l’ajustement la propose</translation>
    </message>
    <message>
        <source>Journal, entries behind the region:</source>
        <translation>Journal, entrées derrière la région&#xa0;:</translation>
    </message>
    <message>
        <source>Fit: %1, %2</source>
        <translation>Ajustement&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Selection: %1</source>
        <translation>Sélection&#xa0;: %1</translation>
    </message>
    <message>
        <source>The seal was never opened</source>
        <translation>Le sceau n’a jamais été ouvert</translation>
    </message>
    <message>
        <source>Seal opened: %1, for %2 (%3)</source>
        <translation>Sceau ouvert&#xa0;: %1, pour %2 (%3)</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>confirmatoire</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>exploratoire</translation>
    </message>
    <message>
        <source>Where this number comes from</source>
        <translation>D’où vient ce nombre</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>all %1 test faces</source>
        <translation>les %1 visages de test</translation>
    </message>
    <message>
        <source>%1 exploration faces, the others sealed</source>
        <translation>%1 visages d’exploration, les autres scellés</translation>
    </message>
    <message>
        <source>Read by: %1; %2; %3</source>
        <translation>Lu par&#xa0;: %1&#xa0;; %2&#xa0;; %3</translation>
    </message>
    <message>
        <source>Journal begun %1</source>
        <translation>Journal commencé %1</translation>
    </message>
    <message>
        <source>Where this number comes from…</source>
        <translation>D’où vient ce nombre…</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Pairwise&lt;/b&gt;: each decoded code is compared, by Pearson&apos;s correlation, with the code of its own face and with that of each other face. The number is the share of pairs that its own face wins; ties count half. Chance is 50 %.&lt;/p&gt;&lt;p&gt;&lt;b&gt;First of n&lt;/b&gt;: how often its own face is the most similar of all. Chance is 1 / n.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Voxels&lt;/b&gt;: of the region, inside the mask and with finite numbers.&lt;/p&gt;&lt;p&gt;&lt;b&gt;λ&lt;/b&gt;: the ridge, as a share of the Gram matrix&apos;s mean diagonal. 0 is the paper&apos;s equation 3.&lt;/p&gt;&lt;p&gt;Faces that are looked at while a region is chosen make these numbers too good: that is why half of them are sealed. The manual (F1) has more.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Par paires&lt;/b&gt;&#xa0;: chaque code décodé est comparé, par la corrélation de Pearson, au code de son propre visage et à celui de chaque autre visage. Le nombre est la part des paires que gagne son propre visage&#xa0;; les égalités comptent pour moitié. Le hasard est à 50&#xa0;%.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Premier sur n&lt;/b&gt;&#xa0;: combien de fois son propre visage est le plus semblable de tous. Le hasard est 1 / n.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Voxels&lt;/b&gt;&#xa0;: de la région, dans le masque et avec des nombres finis.&lt;/p&gt;&lt;p&gt;&lt;b&gt;λ&lt;/b&gt;&#xa0;: la pénalité ridge, en part de la diagonale moyenne de la matrice de Gram. 0 est l’équation 3 de l’article.&lt;/p&gt;&lt;p&gt;Les visages que l’on regarde en choisissant une région rendent ces nombres trop bons&#xa0;: c’est pourquoi la moitié est scellée. Le manuel (F1) en dit plus.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>What does this number mean?</source>
        <translation>Que veut dire ce nombre&#xa0;?</translation>
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
        <source>Fit %1</source>
        <translation>Ajuster %1</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 est introuvable.</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lire&#xa0;%1</translation>
    </message>
    <message>
        <source>Go on with the last session</source>
        <translation>Reprendre la dernière session</translation>
    </message>
</context>
<context>
    <name>fusiform::OverlayPanel</name>
    <message>
        <source>Checkerboard</source>
        <translation>Damier</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Alternance</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>T1</source>
        <translation>T1</translation>
    </message>
    <message>
        <source>There is no preprocessed T1 image yet.</source>
        <translation>Il n’y a pas encore d’image T1 prétraitée.</translation>
    </message>
</context>
<context>
    <name>fusiform::PaintLimits</name>
    <message>
        <source>Grey matter of the subject</source>
        <translation>Matière grise du sujet</translation>
    </message>
    <message>
        <source>No image of the subject&apos;s grey matter: aparc+aseg of FreeSurfer, or fMRIPrep&apos;s dseg or probseg, is looked for below the study&apos;s derivatives. Painting takes the whole brain mask.</source>
        <translation>Aucune image de la matière grise du sujet&#xa0;: aparc+aseg de FreeSurfer, ou dseg ou probseg de fMRIPrep, est cherché parmi les dérivés de l’étude. La peinture prend tout le masque du cerveau.</translation>
    </message>
</context>
<context>
    <name>fusiform::PaintTool</name>
    <message>
        <source>%1 is locked: unlock it, or make a new region, to paint.</source>
        <translation>%1 est verrouillée&#xa0;: déverrouillez-la, ou créez une nouvelle région, pour peindre.</translation>
    </message>
</context>
<context>
    <name>fusiform::PictureShelf</name>
    <message>
        <source>Find by name</source>
        <translation>Chercher par nom</translation>
    </message>
    <message>
        <source>Find a picture by name</source>
        <translation>Chercher une image par son nom</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Another folder of pictures…</source>
        <translation>Un autre dossier d’images…</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Images (%1)</translation>
    </message>
    <message>
        <source>Pictures (%1 of %2)</source>
        <translation>Images (%1 sur&#xa0;%2)</translation>
    </message>
    <message>
        <source>Folder of face pictures</source>
        <translation>Dossier d’images de visages</translation>
    </message>
</context>
<context>
    <name>fusiform::PlaceNames</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Labels of a standard brain (MNI). This brain is in its own space: places are rough.</source>
        <translation>Étiquettes d’un cerveau standard (MNI). Ce cerveau est dans son propre espace&#xa0;: les places sont approximatives.</translation>
    </message>
    <message>
        <source>Label image…</source>
        <translation>Image d’étiquettes…</translation>
    </message>
    <message>
        <source>Names at the cursor</source>
        <translation>Noms au curseur</translation>
    </message>
    <message>
        <source>Label images (*.nii *.nii.gz *.mgz *.mgh)</source>
        <translation>Images d’étiquettes (*.nii *.nii.gz *.mgz *.mgh)</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lire&#xa0;%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>an atlas and the number of a label without a name</extracomment>
        <translation>%1&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>fusiform::PreferencePanel</name>
    <message>
        <source>%1: mean face − %2 sd along the preferred direction</source>
        <translation>%1&#xa0;: visage moyen −&#xa0;%2 é.-t. le long de la direction préférée</translation>
    </message>
    <message>
        <source>The mean face of training</source>
        <translation>Le visage moyen de l’entraînement</translation>
    </message>
    <message>
        <source>%1: mean face + %2 sd along the preferred direction</source>
        <translation>%1&#xa0;: visage moyen +&#xa0;%2 é.-t. le long de la direction préférée</translation>
    </message>
    <message>
        <source>Preference of a region</source>
        <translation>Préférence d’une région</translation>
    </message>
    <message>
        <source>mean of the region</source>
        <translation>moyenne de la région</translation>
    </message>
    <message>
        <source>first component</source>
        <translation>première composante</translation>
    </message>
    <message>
        <source>What stands for a region: the mean of its voxels&apos; weights, or the direction along which they are largest.</source>
        <translation>Ce qui représente une région&#xa0;: la moyenne des poids de ses voxels, ou la direction où ils sont les plus grands.</translation>
    </message>
    <message>
        <source>Standard deviations shown</source>
        <translation>Écarts-types montrés</translation>
    </message>
    <message>
        <source> sd</source>
        <translation> é.-t.</translation>
    </message>
    <message>
        <source>How far from the mean face, in training standard deviations along the preferred direction.</source>
        <translation>À quelle distance du visage moyen, en écarts-types de l’entraînement le long de la direction préférée.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Keep these faces below, to compare (K).</source>
        <translation>Garder ces visages dessous, pour comparer (K).</translation>
    </message>
    <message>
        <source>What the voxel&apos;s weights say, not a proof of what it is tuned to: latents that vary together share their weights.</source>
        <translation>Ce que disent les poids du voxel, pas une preuve de ce à quoi il répond&#xa0;: des latents qui varient ensemble partagent leurs poids.</translation>
    </message>
    <message>
        <source>Voxel %1 %2 %3 · %4 · %5 % a sd</source>
        <translation>Voxel&#xa0;%1&#xa0;%2&#xa0;%3 ·&#xa0;%4 ·&#xa0;%5&#xa0;% par é.-t.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 % a sd</source>
        <translation>%1 ·&#xa0;%2 ·&#xa0;%3&#xa0;% par é.-t.</translation>
    </message>
    <message>
        <source>No usable voxel there.</source>
        <translation>Aucun voxel utilisable ici.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>Retirer&#xa0;%1</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>fusiform::PreparePage</name>
    <message>
        <source>The study&apos;s folder may not be written to.</source>
        <translation>Le dossier de l’étude n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>Preprocess</source>
        <translation>Prétraiter</translation>
    </message>
    <message>
        <source>Quality report</source>
        <translation>Rapport de qualité</translation>
    </message>
    <message>
        <source>Fit…</source>
        <translation>Ajuster…</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Slice order</source>
        <translation>Ordre des coupes</translation>
    </message>
    <message>
        <source>In which order the slices of a volume were taken</source>
        <translation>Dans quel ordre les coupes d’un volume ont été prises</translation>
    </message>
    <message>
        <source>Slice order: as the study says</source>
        <translation>Ordre des coupes&#xa0;: selon l’étude</translation>
    </message>
    <message>
        <source>odd, then even</source>
        <translation>impaires, puis paires</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>croissant</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>décroissant</translation>
    </message>
    <message>
        <source>interleaved (Philips)</source>
        <translation>entrelacé (Philips)</translation>
    </message>
    <message>
        <source>no slice timing</source>
        <translation>sans correction des coupes</translation>
    </message>
    <message>
        <source>Slice timing, realignment and coregistration of this subject; what is done already is not done again.</source>
        <translation>Correction du temps des coupes, réalignement et recalage de ce sujet&#xa0;; ce qui est déjà fait n’est pas refait.</translation>
    </message>
    <message>
        <source>Writes everything on this page into one HTML file and opens it.</source>
        <translation>Écrit toute cette page dans un fichier HTML et l’ouvre.</translation>
    </message>
    <message>
        <source>Why a run is dropped (kept with the decision)</source>
        <translation>Raison d’un rejet (gardée avec la décision)</translation>
    </message>
    <message>
        <source>Reason for dropping a run</source>
        <translation>Raison du rejet d’un run</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Tous les runs</translation>
    </message>
    <message>
        <source>T1 and scans</source>
        <translation>T1 et volumes</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lire&#xa0;%1</translation>
    </message>
    <message>
        <source>BIDS study</source>
        <translation>Étude BIDS</translation>
    </message>
    <message>
        <source>This run is not preprocessed yet: choose Preprocess above.</source>
        <translation>Ce run n’est pas encore prétraité&#xa0;: choisissez Prétraiter ci-dessus.</translation>
    </message>
    <message>
        <source>The image of this run is not here, so it cannot be preprocessed.</source>
        <translation>L’image de ce run n’est pas ici&#xa0;: il ne peut pas être prétraité.</translation>
    </message>
    <message>
        <source>No run is preprocessed yet.</source>
        <translation>Aucun run n’est encore prétraité.</translation>
    </message>
    <message>
        <source>No face run has an image and events.</source>
        <translation>Aucun run de visages n’a une image et des événements.</translation>
    </message>
    <message>
        <source>Wait until the job is done.</source>
        <translation>Attendez la fin de la tâche.</translation>
    </message>
    <message>
        <source>No image of this subject is here.</source>
        <translation>Aucune image de ce sujet n’est ici.</translation>
    </message>
    <message>
        <source>Preprocess a run first.</source>
        <translation>Prétraitez d’abord un run.</translation>
    </message>
    <message>
        <source>The study is being read.</source>
        <translation>L’étude est en cours de lecture.</translation>
    </message>
    <message>
        <source>Preprocess %1</source>
        <translation>Prétraiter %1</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Écrire le rapport</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Noter la décision</translation>
    </message>
    <message>
        <source>Same pictures</source>
        <translation>Mêmes images</translation>
    </message>
    <message>
        <source>Training pictures that are also test faces</source>
        <translation>Images d’apprentissage qui sont aussi des visages de test</translation>
    </message>
    <message>
        <source>Compare the pictures</source>
        <translation>Comparer les images</translation>
    </message>
    <message>
        <source>Same pictures (%1)</source>
        <extracomment>a tab, with the number of training pictures that are also test faces</extracomment>
        <translation>Mêmes images (%1)</translation>
    </message>
</context>
<context>
    <name>fusiform::PresentPage</name>
    <message>
        <source>New slide</source>
        <translation>Nouvelle diapositive</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présenter</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>A slide of the brain as page Explore shows it now, with its region.</source>
        <translation>Une diapositive du cerveau tel que la page Explorer le montre, avec sa région.</translation>
    </message>
    <message>
        <source>From the slide that is chosen, on the whole screen (F5)</source>
        <translation>À partir de la diapositive choisie, en plein écran (F5)</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Exposé</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Diapositives</translation>
    </message>
    <message>
        <source>Move the slide up</source>
        <translation>Monter la diapositive</translation>
    </message>
    <message>
        <source>Move the slide down</source>
        <translation>Descendre la diapositive</translation>
    </message>
    <message>
        <source>Copy the slide</source>
        <translation>Copier la diapositive</translation>
    </message>
    <message>
        <source>Remove the slide</source>
        <translation>Supprimer la diapositive</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vue</translation>
    </message>
    <message>
        <source>A talk begins with a view: arrange brain, map and region on the page Explore, then press New slide.</source>
        <translation>Un exposé commence par une vue&#xa0;: arrangez le cerveau, la carte et la région sur la page Explorer, puis pressez Nouvelle diapositive.</translation>
    </message>
    <message>
        <source>Open a fit first.</source>
        <translation>Ouvrez d’abord un ajustement.</translation>
    </message>
    <message>
        <source>There is no slide yet.</source>
        <translation>Il n’y a pas encore de diapositive.</translation>
    </message>
    <message>
        <source>It is the first slide.</source>
        <translation>C’est la première diapositive.</translation>
    </message>
    <message>
        <source>It is the last slide.</source>
        <translation>C’est la dernière diapositive.</translation>
    </message>
</context>
<context>
    <name>fusiform::PresenterWindow</name>
    <message>
        <source>Presenter</source>
        <translation>Présentateur</translation>
    </message>
    <message>
        <source>From 0</source>
        <translation>Depuis 0</translation>
    </message>
    <message>
        <source>The time counts from now on.</source>
        <translation>Le temps compte à partir de maintenant.</translation>
    </message>
    <message>
        <source>Space, arrows: on and back · A to D: what the audience says · period: black · Esc: end</source>
        <translation>Espace, flèches&#xa0;: avancer et reculer · A à D&#xa0;: ce que dit le public · point&#xa0;: noir · Échap&#xa0;: fin</translation>
    </message>
    <message>
        <source>Slide %1 of %2, step %3 of %4</source>
        <translation>Diapositive&#xa0;%1 sur&#xa0;%2, étape&#xa0;%3 sur&#xa0;%4</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Diapositive&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>This is the last slide.</source>
        <translation>C’est la dernière diapositive.</translation>
    </message>
</context>
<context>
    <name>fusiform::ProblemList</name>
    <message>
        <source>Problems of the study</source>
        <translation>Problèmes de l’étude</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>Aucun problème n’a été trouvé.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a problem, what to do</comment>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message>
        <source>Choose the slice order above before preprocessing.</source>
        <translation>Choisissez l’ordre des coupes ci-dessus avant de prétraiter.</translation>
    </message>
    <message>
        <source>Put the pictures into the folder stimuli of the study.</source>
        <translation>Mettez les images dans le dossier stimuli de l’étude.</translation>
    </message>
    <message>
        <source>Fetch them with &quot;datalad get stimuli&quot;.</source>
        <translation>Récupérez-les avec «&#xa0;datalad get stimuli&#xa0;».</translation>
    </message>
    <message>
        <source>Without events a run cannot be fitted; add its events.tsv.</source>
        <translation>Sans événements, un run ne peut pas être ajusté&#xa0;; ajoutez son events.tsv.</translation>
    </message>
    <message>
        <source>Give yourself the right to read them.</source>
        <translation>Donnez-vous le droit de les lire.</translation>
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
        <source>Drag the left mark to set the threshold, the right mark to set the value with the last colour; a map with two tails has a threshold for each. Arrow keys move a mark, Ctrl and arrow go to the next one.</source>
        <translation>Glissez le repère de gauche pour placer le seuil, celui de droite pour la valeur de la dernière couleur&#xa0;; une carte à deux queues a un seuil pour chacune. Les flèches déplacent un repère, Ctrl et une flèche passent au suivant.</translation>
    </message>
</context>
<context>
    <name>fusiform::RatingResults</name>
    <message>
        <source>What raters preferred</source>
        <translation>Ce que les juges ont préféré</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>Tout enregistrer…</translation>
    </message>
    <message>
        <source>A folder with the report as HTML, every figure as SVG and every table as TSV.</source>
        <translation>Un dossier avec le rapport en HTML, chaque figure en SVG et chaque tableau en TSV.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Enregistrer la figure</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>The folder that the report makes</source>
        <translation>Le dossier que crée le rapport</translation>
    </message>
</context>
<context>
    <name>fusiform::RatingSetup</name>
    <message>
        <source>Results…</source>
        <translation>Résultats…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Rating session</source>
        <translation>Séance de jugement</translation>
    </message>
    <message>
        <source>A rater sees a face and below it the same face as two models read it, and chooses the one that is more like it, without knowing which is which.</source>
        <translation>Un juge voit un visage et dessous le même visage tel que deux modèles le lisent, et choisit le plus ressemblant, sans savoir lequel est lequel.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>A new folder, or one with ratings to go on with</source>
        <translation>Un nouveau dossier, ou un dossier de choix à continuer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>First face model</source>
        <translation>Premier modèle</translation>
    </message>
    <message>
        <source>Second face model</source>
        <translation>Second modèle</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>Who rate a pair; each rater sees a pair once.</source>
        <translation>Qui jugent une paire&#xa0;; chaque juge voit une paire une fois.</translation>
    </message>
    <message>
        <source>Raters who see a pair with either model on the left; sides are balanced anyway.</source>
        <translation>Les juges qui voient une paire avec chaque modèle à gauche&#xa0;; les côtés sont équilibrés de toute façon.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparés</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Lus de</translation>
    </message>
    <message>
        <source>Ratings of each pair</source>
        <translation>Choix par paire</translation>
    </message>
    <message>
        <source>Raters, at least</source>
        <translation>Juges, au moins</translation>
    </message>
    <message>
        <source>Raters in each order, at least</source>
        <translation>Juges dans chaque ordre, au moins</translation>
    </message>
    <message>
        <source>No name: whoever comes back types the same code and goes on.</source>
        <translation>Pas de nom&#xa0;: qui revient tape le même code et continue.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nouveau code</translation>
    </message>
    <message>
        <source>Code of the rater</source>
        <translation>Code du juge</translation>
    </message>
    <message>
        <source>The plan of this folder is settled: ratings have begun.</source>
        <translation>Le plan de ce dossier est fixé&#xa0;: le jugement a commencé.</translation>
    </message>
    <message>
        <source>There are no ratings in this folder yet.</source>
        <translation>Il n’y a pas encore de choix dans ce dossier.</translation>
    </message>
    <message>
        <source>Has given %1 ratings, and goes on after them.</source>
        <translation>A fait&#xa0;%1 choix, et continue après eux.</translation>
    </message>
    <message>
        <source>A new rater: starts with a short practice.</source>
        <translation>Un nouveau juge&#xa0;: commence par un court entraînement.</translation>
    </message>
    <message>
        <source>Choose the folder in which ratings are kept first.</source>
        <translation>Choisissez d’abord le dossier où garder les choix.</translation>
    </message>
    <message>
        <source>Where ratings are kept</source>
        <translation>Où garder les choix</translation>
    </message>
</context>
<context>
    <name>fusiform::RatingStage</name>
    <message>
        <source>A face, and two faces below it</source>
        <translation>Un visage, et deux visages dessous</translation>
    </message>
</context>
<context>
    <name>fusiform::RatingState</name>
    <message>
        <source>Complete: all %1 ratings are there, by %2 raters.</source>
        <translation>Complet&#xa0;: les&#xa0;%1 choix sont là, de&#xa0;%2 juges.</translation>
    </message>
    <message>
        <source>Done: %1 ratings, by %2 raters.
Left: %3 ratings, in at least %4 sittings.</source>
        <translation>Faits&#xa0;:&#xa0;%1 choix, de&#xa0;%2 juges.
Restent&#xa0;:&#xa0;%3 choix, en au moins&#xa0;%4 séances.</translation>
    </message>
    <message>
        <source>To do: %1 ratings of %2 pairs, in at least %3 sittings.</source>
        <translation>À faire&#xa0;:&#xa0;%1 choix de&#xa0;%2 paires, en au moins&#xa0;%3 séances.</translation>
    </message>
</context>
<context>
    <name>fusiform::RatingWindow</name>
    <message>
        <source>Rating session</source>
        <translation>Séance de jugement</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>chooses the left or the right face</source>
        <translation>choisit le visage de gauche ou de droite</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Bon retour</translation>
    </message>
    <message>
        <source>Comparing faces</source>
        <translation>Comparer des visages</translation>
    </message>
    <message>
        <source>You will see a face, and two others below it. Choose the one that is more like the face above; trust your first impression.</source>
        <translation>Vous verrez un visage, et deux autres dessous. Choisissez le plus ressemblant au visage du dessus&#xa0;; fiez-vous à votre première impression.</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>takes the last choice back</source>
        <translation>reprend le dernier choix</translation>
    </message>
    <message>
        <source>pauses; nothing is lost</source>
        <translation>met en pause&#xa0;; rien n’est perdu</translation>
    </message>
    <message>
        <source>goes on where you stopped</source>
        <translation>continue où vous en étiez</translation>
    </message>
    <message>
        <source>starts with a short practice</source>
        <translation>commence par un court entraînement</translation>
    </message>
    <message>
        <source>This was practice</source>
        <translation>C’était l’entraînement</translation>
    </message>
    <message>
        <source>Now it counts. The faces are harder to tell apart: choose even when you are not sure.</source>
        <translation>Maintenant cela compte. Les visages sont plus difficiles à distinguer&#xa0;: choisissez même sans être sûr.</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>commence</translation>
    </message>
    <message>
        <source>A short rest</source>
        <translation>Une courte pause</translation>
    </message>
    <message>
        <source>%1 of %2 are done. Look away from the screen for a moment if you like.</source>
        <translation>%1 sur&#xa0;%2 sont faits. Regardez ailleurs un moment si vous voulez.</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>continue</translation>
    </message>
    <message>
        <source>stops for today</source>
        <translation>s’arrête pour aujourd’hui</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>What you chose is kept. Your code is %1; with it you can also go on another day.</source>
        <translation>Vos choix sont gardés. Votre code est&#xa0;%1&#xa0;; avec lui vous pouvez aussi continuer un autre jour.</translation>
    </message>
    <message>
        <source>Your last choice could not be kept</source>
        <translation>Votre dernier choix n’a pas pu être gardé</translation>
    </message>
    <message>
        <source>shows these faces again</source>
        <translation>remontre ces visages</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>All faces are done, and every choice is kept.</source>
        <translation>Tous les visages sont faits, et chaque choix est gardé.</translation>
    </message>
    <message>
        <source>There is nothing left to rate.</source>
        <translation>Il ne reste rien à juger.</translation>
    </message>
    <message>
        <source>ends the session</source>
        <translation>termine la séance</translation>
    </message>
    <message>
        <source>Practice %1 of %2: which one is more like the face above?</source>
        <extracomment>%1: the number of a practice trial, %2: of how many</extracomment>
        <translation>Entraînement&#xa0;%1 sur&#xa0;%2&#xa0;: lequel ressemble le plus au visage du dessus&#xa0;?</translation>
    </message>
    <message>
        <source>Esc pauses</source>
        <translation>Échap met en pause</translation>
    </message>
    <message>
        <source>Which one is more like the face above?</source>
        <translation>Lequel ressemble le plus au visage du dessus&#xa0;?</translation>
    </message>
    <message>
        <source>Backspace takes the last choice back · Esc pauses</source>
        <translation>Retour arrière reprend le dernier choix · Échap met en pause</translation>
    </message>
    <message>
        <source>Taken back: which one is more like the face above?</source>
        <translation>Repris&#xa0;: lequel ressemble le plus au visage du dessus&#xa0;?</translation>
    </message>
    <message>
        <source>Yes: this is the face above.</source>
        <translation>Oui&#xa0;: c’est le visage du dessus.</translation>
    </message>
    <message>
        <source>No: the other one is the face above.</source>
        <translation>Non&#xa0;: c’est l’autre, le visage du dessus.</translation>
    </message>
</context>
<context>
    <name>fusiform::RegionEdits</name>
    <message>
        <source>%1 is locked: unlock it to change it.</source>
        <translation>%1 est verrouillée&#xa0;: déverrouillez-la pour la changer.</translation>
    </message>
    <message>
        <source>%1 stays as it is.</source>
        <translation>%1 reste comme elle est.</translation>
    </message>
    <message>
        <source>Grow %1</source>
        <translation>Agrandir&#xa0;%1</translation>
    </message>
    <message>
        <source>Shrink %1</source>
        <translation>Rétrécir&#xa0;%1</translation>
    </message>
    <message>
        <source>Mirror %1</source>
        <translation>Symétrie de&#xa0;%1</translation>
    </message>
    <message>
        <source>Keep the largest piece of %1</source>
        <translation>Garder le plus grand morceau de&#xa0;%1</translation>
    </message>
    <message>
        <source>Fill the holes of %1</source>
        <translation>Combler les trous de&#xa0;%1</translation>
    </message>
    <message>
        <source>Complement of %1</source>
        <translation>Complément de&#xa0;%1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Couleur de&#xa0;%1</translation>
    </message>
    <message>
        <source>+ union, - without, &amp; both, ^ only one of them, ! not; names with blanks in &quot;quotes&quot;.</source>
        <translation>+ union, - sans, &amp; les deux, ^ un seul des deux,&#xa0;! pas&#xa0;; les noms avec des espaces entre &quot;guillemets&quot;.</translation>
    </message>
    <message>
        <source>Regions: %1</source>
        <translation>Régions&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Combine regions</source>
        <translation>Combiner des régions</translation>
    </message>
    <message>
        <source>Open a mask</source>
        <translation>Ouvrir un masque</translation>
    </message>
    <message>
        <source>Masks and labels (*.nii *.nii.gz *.mgz *.label *.label.gii *.gii)</source>
        <translation>Masques et labels (*.nii *.nii.gz *.mgz *.label *.label.gii *.gii)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lecture de&#xa0;%1</translation>
    </message>
    <message>
        <source>Save %1 as a mask</source>
        <translation>Enregistrer&#xa0;%1 comme masque</translation>
    </message>
    <message>
        <source>NIfTI masks (*.nii.gz *.nii)</source>
        <translation>Masques NIfTI (*.nii.gz *.nii)</translation>
    </message>
    <message>
        <source>%1 is saved in %2.</source>
        <translation>%1 est enregistrée dans&#xa0;%2.</translation>
    </message>
</context>
<context>
    <name>fusiform::RegionStarts</name>
    <message>
        <source>Published criterion</source>
        <translation>Critère publié</translation>
    </message>
    <message>
        <source>Faces − fixation, t &gt; %1</source>
        <translation>Visages − fixation, t &gt;&#xa0;%1</translation>
    </message>
    <message>
        <source>Localizer %1, t &gt; %2</source>
        <translation>Localisateur&#xa0;%1, t &gt;&#xa0;%2</translation>
    </message>
    <message>
        <source>Parcels of the subject: %1…</source>
        <translation>Parcelles du sujet&#xa0;:&#xa0;%1…</translation>
    </message>
    <message>
        <source>Atlas %1…</source>
        <translation>Atlas&#xa0;%1…</translation>
    </message>
    <message>
        <source>Labels of a standard brain (MNI). This brain is in its own space: places are rough.</source>
        <translation>Étiquettes d’un cerveau standard (MNI). Ce cerveau est dans son propre espace&#xa0;: les places sont approximatives.</translation>
    </message>
    <message>
        <source>Equal thirds of the selected voxels</source>
        <translation>Tiers égaux des voxels sélectionnés</translation>
    </message>
    <message>
        <source>Localizer: none beside this fit</source>
        <translation>Localisateur&#xa0;: aucun à côté de cet ajustement</translation>
    </message>
    <message>
        <source>fusiform-cli localizer makes one from the study&apos;s localizer runs; its folder is looked for beside the fit.</source>
        <translation>fusiform-cli localizer en fait un des runs de localisateur de l’étude&#xa0;; son dossier est cherché à côté de l’ajustement.</translation>
    </message>
    <message>
        <source>Parcels of the subject: none found</source>
        <translation>Parcelles du sujet&#xa0;: aucune trouvée</translation>
    </message>
    <message>
        <source>aparc+aseg of FreeSurfer or fMRIPrep is looked for below the study&apos;s derivatives. Any label image can also be dropped onto the window.</source>
        <translation>aparc+aseg de FreeSurfer ou de fMRIPrep est cherché sous les dérivées de l’étude. Toute image d’étiquettes peut aussi être déposée sur la fenêtre.</translation>
    </message>
    <message>
        <source>Start from %1</source>
        <translation>Partir de&#xa0;%1</translation>
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
        <translation>Voxels&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 cm³</source>
        <translation>%1 cm³</translation>
    </message>
    <message>
        <source>Centre x %1  y %2  z %3 mm</source>
        <translation>Centre x %1  y %2  z %3 mm</translation>
    </message>
    <message>
        <source>Locked: no tool changes it.</source>
        <translation>Verrouillée&#xa0;: aucun outil ne la change.</translation>
    </message>
    <message>
        <source>Hidden on the brain.</source>
        <translation>Cachée sur le cerveau.</translation>
    </message>
    <message>
        <source>Changed while faces were showing: exploratory.</source>
        <translation>Changée pendant que des visages étaient affichés&#xa0;: exploratoire.</translation>
    </message>
    <message>
        <source>Peak t %1 at %2  %3  %4</source>
        <translation>Pic t&#xa0;%1 en&#xa0;%2 &#xa0;%3 &#xa0;%4</translation>
    </message>
</context>
<context>
    <name>fusiform::ResultTable</name>
    <message>
        <source>%1 %</source>
        <extracomment>a share, in per cent</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copier le tableau</translation>
    </message>
</context>
<context>
    <name>fusiform::ResultsPage</name>
    <message>
        <source>Add a subject…</source>
        <translation>Ajouter un sujet…</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>The fit of another subject: scores are then tested over subjects too.</source>
        <translation>L’ajustement d’un autre sujet&#xa0;: les scores sont alors testés aussi entre sujets.</translation>
    </message>
    <message>
        <source>Which faces are evaluated</source>
        <translation>Quels visages sont évalués</translation>
    </message>
    <message>
        <source>Exploration faces</source>
        <translation>Visages d’exploration</translation>
    </message>
    <message>
        <source>All faces and imagery (opens the seal)</source>
        <translation>Tous les visages et l’imagerie (ouvre le sceau)</translation>
    </message>
    <message>
        <source>Confirmation faces and imagery stay sealed unless you choose them; opening them is recorded in the fit.</source>
        <translation>Les visages de confirmation et l’imagerie restent scellés sauf si vous les choisissez&#xa0;; leur ouverture est consignée dans l’ajustement.</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analyses</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>How often the training is done again with the codes of its pictures exchanged, from the series that the fit kept: 100 are usual and take minutes.</source>
        <translation>Combien de fois l’entraînement est refait avec les codes de ses images échangés, à partir de la série que l’ajustement a gardée&#xa0;: 100 sont habituels et prennent des minutes.</translation>
    </message>
    <message>
        <source>Training on exchanged codes</source>
        <translation>Entraînement sur codes échangés</translation>
    </message>
    <message>
        <source>%1 is not the folder of a fit.</source>
        <translation>%1 n’est pas le dossier d’un ajustement.</translation>
    </message>
    <message>
        <source>The fit of another subject</source>
        <translation>L’ajustement d’un autre sujet</translation>
    </message>
    <message>
        <source>Evaluate the confirmation faces and imagery too?</source>
        <translation>Évaluer aussi les visages de confirmation et l’imagerie&#xa0;?</translation>
    </message>
    <message>
        <source>What is found with them is a test only as long as nothing is chosen by it afterwards. The opening is recorded in each fit, with the time and the selected voxels.</source>
        <translation>Ce que l’on trouve avec eux n’est un test que si rien n’est choisi d’après cela ensuite. L’ouverture est consignée dans chaque ajustement, avec l’heure et les voxels sélectionnés.</translation>
    </message>
    <message>
        <source>Open and evaluate</source>
        <translation>Ouvrir et évaluer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Over subjects</source>
        <translation>Entre sujets</translation>
    </message>
    <message>
        <source>Open a fit first.</source>
        <translation>Ouvrez d’abord un ajustement.</translation>
    </message>
    <message>
        <source>Evaluate tests how well faces are read from each region of this fit, draws every figure, and takes some seconds.</source>
        <translation>Évaluer teste à quel point les visages se lisent de chaque région de cet ajustement, dessine toutes les figures et prend quelques secondes.</translation>
    </message>
    <message>
        <source>Wait until the job is done.</source>
        <translation>Attendez que la tâche soit finie.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: the open subject; others are evaluated with it</extracomment>
        <translation>
            <numerusform>%1 et&#xa0;%n autre</numerusform>
            <numerusform>%1 et&#xa0;%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to report yet: evaluate first.</source>
        <translation>Il n’y a encore rien à rapporter&#xa0;: évaluez d’abord.</translation>
    </message>
    <message>
        <source>The fit kept no series of its scans: fit again with --series keep.</source>
        <translation>L’ajustement n’a pas gardé la série de ses images&#xa0;: à refaire avec --series keep.</translation>
    </message>
    <message>
        <source>A folder with the report as HTML and PDF, every figure as SVG and every table as TSV.</source>
        <translation>Un dossier avec le rapport en HTML et en PDF, chaque figure en SVG et chaque tableau en TSV.</translation>
    </message>
    <message>
        <source>A table of what the pictures of test faces show (CelebA&apos;s list, or .tsv): attributes are then tested against it, else against the true codes. A second click takes it away.</source>
        <translation>Un tableau de ce que montrent les images des visages de test (liste de CelebA, ou .tsv)&#xa0;: les attributs sont alors testés contre lui, sinon contre les vrais codes. Un second clic l’enlève.</translation>
    </message>
    <message>
        <source>Labels of the test faces</source>
        <translation>Étiquettes des visages de test</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Rating session…</source>
        <translation>Séance de jugement…</translation>
    </message>
    <message>
        <source>People choose, without knowing which is which, whose reconstructions are more like the originals.</source>
        <translation>Des gens choisissent, sans savoir lequel est lequel, quelles reconstructions ressemblent le plus aux originaux.</translation>
    </message>
    <message>
        <source>There is nothing to rate yet: evaluate first.</source>
        <translation>Il n’y a encore rien à juger&#xa0;: évaluez d’abord.</translation>
    </message>
    <message>
        <source>Two face models that make pictures are needed to compare.</source>
        <translation>Il faut deux modèles qui font des images pour comparer.</translation>
    </message>
    <message>
        <source>Only this subject</source>
        <translation>Seulement ce sujet</translation>
    </message>
    <message>
        <source>Takes the other subjects away again.</source>
        <translation>Enlève de nouveau les autres sujets.</translation>
    </message>
    <message>
        <source>%1 · all faces and imagery</source>
        <translation>%1 · tous les visages et l’imagerie</translation>
    </message>
    <message>
        <source>%1 · exploration faces</source>
        <translation>%1 · visages d’exploration</translation>
    </message>
    <message>
        <source>The folder that the report makes</source>
        <translation>Le dossier que crée le rapport</translation>
    </message>
    <message>
        <source>Borders of the cortex on maps</source>
        <translation>Bords du cortex sur les cartes</translation>
    </message>
    <message>
        <source>Thin lines on the map of overlaps: where the cortex ends inwards, from FreeSurfer or fMRIPrep, else the outline of the brain.</source>
        <translation>De minces lignes sur la carte des recouvrements&#xa0;: où le cortex finit vers l’intérieur, d’après FreeSurfer ou fMRIPrep, sinon le contour du cerveau.</translation>
    </message>
</context>
<context>
    <name>fusiform::RunTable</name>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>FD mean</source>
        <translation>FD moy.</translation>
    </message>
    <message>
        <source>FD max</source>
        <translation>FD max</translation>
    </message>
    <message>
        <source>Outliers, %</source>
        <translation>Aberrants,&#xa0;%</translation>
    </message>
    <message>
        <source>tSNR</source>
        <translation>tSNR</translation>
    </message>
    <message>
        <source>Lost, %</source>
        <translation>Perdu,&#xa0;%</translation>
    </message>
    <message>
        <source>A run without its tick is left out of fits.</source>
        <translation>Un run décoché est laissé hors des ajustements.</translation>
    </message>
    <message>
        <source>Mean framewise displacement in mm (Power 2012)</source>
        <translation>Déplacement moyen d’un volume à l’autre en mm (Power 2012)</translation>
    </message>
    <message>
        <source>Largest framewise displacement in mm; above 0.5 a volume is an outlier</source>
        <translation>Plus grand déplacement d’un volume à l’autre en mm&#xa0;; au-dessus de 0,5 un volume est aberrant</translation>
    </message>
    <message>
        <source>Share of the volumes that moved or jumped</source>
        <translation>Part des volumes qui ont bougé ou sauté</translation>
    </message>
    <message>
        <source>Median temporal signal-to-noise ratio in the mask</source>
        <translation>Rapport signal sur bruit temporel médian dans le masque</translation>
    </message>
    <message>
        <source>Share of the usual mask that this run&apos;s mask lacks</source>
        <translation>Part du masque habituel qui manque au masque de ce run</translation>
    </message>
    <message>
        <source>%1
Dropped by %2, %3: %4</source>
        <translation>%1
Rejeté par %2, %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>%1
Not preprocessed yet</source>
        <translation>%1
Pas encore prétraité</translation>
    </message>
    <message>
        <source>%1
Its image is not here</source>
        <translation>%1
Son image n’est pas ici</translation>
    </message>
</context>
<context>
    <name>fusiform::SceneBar</name>
    <message>
        <source>Cut the brain open</source>
        <translation>Ouvrir le cerveau</translation>
    </message>
    <message>
        <source>Cut the brain open at the cursor: what lies before the plane is taken away. On the cut a click picks and the brush paints.</source>
        <translation>Ouvre le cerveau au curseur&#xa0;: ce qui est devant le plan est retiré. Sur la coupe, un clic désigne et le pinceau peint.</translation>
    </message>
    <message>
        <source>Save a picture of the brain</source>
        <translation>Enregistrer une image du cerveau</translation>
    </message>
    <message>
        <source>Save a picture of the brain, of any size</source>
        <translation>Enregistre une image du cerveau, de toute taille</translation>
    </message>
</context>
<context>
    <name>fusiform::ScenePictureDialog</name>
    <message>
        <source> cm</source>
        <translation>&#xa0;cm</translation>
    </message>
    <message>
        <source>Cube with the sides, and colour bar</source>
        <translation>Cube des côtés et barre de couleurs</translation>
    </message>
    <message>
        <source>Picture of the brain</source>
        <translation>Image du cerveau</translation>
    </message>
    <message>
        <source> dots an inch</source>
        <translation>&#xa0;points par pouce</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Finesse</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the picture, to be pasted elsewhere.</source>
        <translation>Copie l’image, pour la coller ailleurs.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
</context>
<context>
    <name>fusiform::SealKeeper</name>
    <message>
        <source>The region was changed while faces were showing: what the sealed faces say will be marked exploratory.</source>
        <translation>La région a été modifiée pendant que des visages étaient affichés&#xa0;: ce que diront les visages scellés sera marqué exploratoire.</translation>
    </message>
    <message>
        <source>The region was not changed while faces were showing: what the sealed faces say will be marked confirmatory.</source>
        <translation>La région n’a pas été modifiée pendant que des visages étaient affichés&#xa0;: ce que diront les visages scellés sera marqué confirmatoire.</translation>
    </message>
    <message>
        <source>Nobody has opened them yet.</source>
        <translation>Personne ne les a encore ouverts.</translation>
    </message>
    <message>
        <source>Openings recorded before: %1, the last for “%2”.</source>
        <translation>Ouvertures déjà consignées&#xa0;: %1, la dernière pour «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>%1 confirmation faces are sealed, so that a region can be chosen without looking at them. This cannot be taken back: the fit keeps a record of the region “%2” (%3 voxels, its hash, how it was made), the time and the version of the program.</source>
        <translation>%1 visages de confirmation sont scellés, pour qu’une région soit choisie sans les regarder. L’ouverture est définitive&#xa0;: l’ajustement garde la trace de la région «&#xa0;%2&#xa0;» (%3 voxels, son empreinte, la façon dont elle a été faite), de l’heure et de la version du programme.</translation>
    </message>
    <message>
        <source>Open the sealed faces</source>
        <translation>Ouvrir les visages scellés</translation>
    </message>
    <message>
        <source>Open the confirmation faces for “%1”?</source>
        <translation>Ouvrir les visages de confirmation pour «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Open the faces</source>
        <translation>Ouvrir les visages</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The seal was opened for “%1”; this is recorded in %2.</source>
        <translation>Le sceau a été ouvert pour «&#xa0;%1&#xa0;»&#xa0;; c’est consigné dans %2.</translation>
    </message>
</context>
<context>
    <name>fusiform::SearchlightDialog</name>
    <message>
        <source>Searchlight</source>
        <translation>Projecteur</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>none: uncorrected</source>
        <translation>aucune&#xa0;: non corrigé</translation>
    </message>
    <message>
        <source>Of the names of the faces; their maximum over the brain corrects the threshold for the number of voxels.</source>
        <translation>Des noms des visages&#xa0;; leur maximum sur le cerveau corrige le seuil pour le nombre de voxels.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>Permutations</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Decodes faces from the voxels around every voxel and maps how many pairs of faces are told apart. The sealed faces stay sealed.</source>
        <translation>Décode des visages à partir des voxels autour de chaque voxel et montre combien de paires de visages sont distinguées. Les visages scellés le restent.</translation>
    </message>
    <message>
        <source>exploration faces</source>
        <translation>visages d’exploration</translation>
    </message>
    <message>
        <source>training faces, cross-validated (slower)</source>
        <translation>visages d’apprentissage, validation croisée (plus lent)</translation>
    </message>
    <message>
        <source>Training faces are single trials, each decoded by weights that have not seen its session: hundreds of faces instead of a few, but noisy ones.</source>
        <translation>Les visages d’apprentissage sont des essais isolés, chacun décodé par des poids qui n’ont pas vu sa session&#xa0;: des centaines de visages au lieu de quelques-uns, mais bruités.</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
</context>
<context>
    <name>fusiform::SectionView</name>
    <message>
        <source>%1, over subjects</source>
        <extracomment>%1: an analysis</extracomment>
        <translation>%1, entre sujets</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Save the figure…</source>
        <translation>Enregistrer la figure…</translation>
    </message>
    <message>
        <source>Size, text and colours of this figure, and save it</source>
        <translation>Taille, texte et couleurs de cette figure, et l’enregistrer</translation>
    </message>
</context>
<context>
    <name>fusiform::SelectionPanel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 voxels · %4</source>
        <extracomment>name of a region, its voxels, those of the mask; how many lie in each third</extracomment>
        <translation>%1&#xa0;: %2 voxels sur %3 · %4</translation>
    </message>
    <message>
        <source>Move criterion</source>
        <translation>Déplacer le critère</translation>
    </message>
    <message>
        <source>Add criterion</source>
        <translation>Ajouter un critère</translation>
    </message>
</context>
<context>
    <name>fusiform::SelectionScatter</name>
    <message>
        <source>Voxels by t and gain, with the lines of the criterion</source>
        <translation>Voxels selon t et le gain, avec les lignes du critère</translation>
    </message>
    <message>
        <source>Drag a line, or their crossing: the voxels above both become the region &quot;criterion&quot;, and the faces follow. Arrow keys move the lines.</source>
        <translation>Tirez une ligne, ou leur croisement&#xa0;: les voxels au-dessus des deux deviennent la région «&#xa0;critère&#xa0;», et les visages suivent. Les flèches déplacent les lignes.</translation>
    </message>
    <message>
        <source>This fit does not know how much the latents explain.</source>
        <translation>Cet ajustement ne sait pas combien les latents expliquent.</translation>
    </message>
    <message>
        <source>t (faces − fixation)</source>
        <translation>t (visages − fixation)</translation>
    </message>
    <message>
        <source>gain in explained variance</source>
        <translation>gain en variance expliquée</translation>
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
    <message>
        <source>Move the thirds</source>
        <translation>Déplacer les tiers</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>dessin</translation>
    </message>
    <message>
        <source>New region</source>
        <translation>Nouvelle région</translation>
    </message>
    <message>
        <source>Paint %1 voxel in %2</source>
        <extracomment>steps of undo; %1 voxels, %2 a region</extracomment>
        <translation>Peindre&#xa0;%1 voxel dans&#xa0;%2</translation>
    </message>
    <message>
        <source>Paint %1 voxels in %2</source>
        <translation>Peindre&#xa0;%1 voxels dans&#xa0;%2</translation>
    </message>
    <message>
        <source>Erase %1 voxel in %2</source>
        <translation>Effacer&#xa0;%1 voxel de&#xa0;%2</translation>
    </message>
    <message>
        <source>Erase %1 voxels in %2</source>
        <translation>Effacer&#xa0;%1 voxels de&#xa0;%2</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>Verrouiller&#xa0;%1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Déverrouiller&#xa0;%1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Cacher&#xa0;%1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Montrer&#xa0;%1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Couleur de&#xa0;%1</translation>
    </message>
    <message>
        <source>The journal cannot be written any more: %1 Undo still works; what is done from now on is lost if the program dies.</source>
        <translation>Le journal ne peut plus être écrit&#xa0;:&#xa0;%1 L’annulation fonctionne toujours&#xa0;; ce qui est fait à partir de maintenant sera perdu si le programme s’arrête brutalement.</translation>
    </message>
    <message>
        <source>New slide</source>
        <translation>Nouvelle diapositive</translation>
    </message>
    <message>
        <source>Slide %1: %2</source>
        <extracomment>name of a step of undo: which slide, and what of it</extracomment>
        <translation>Diapositive&#xa0;%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Remove slide %1</source>
        <translation>Supprimer la diapositive&#xa0;%1</translation>
    </message>
    <message>
        <source>Move slide %1</source>
        <translation>Déplacer la diapositive&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>fusiform::SessionFiles</name>
    <message>
        <source>Open a session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Sessions of Fusiform (*.fusiform)</source>
        <translation>Sessions de Fusiform (*.fusiform)</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Enregistrer la session</translation>
    </message>
    <message>
        <source>Save the session with its data</source>
        <extracomment>part of a file&apos;s name: the session with its data</extracomment>
        <translation>Enregistrer la session avec ses données</translation>
    </message>
    <message>
        <source> with data</source>
        <translation> avec données</translation>
    </message>
    <message>
        <source>Fusiform</source>
        <translation>Fusiform</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Enregistrer les modifications de&#xa0;%1&#xa0;?</translation>
    </message>
    <message>
        <source>What is not saved stays in the journal of this machine, and is offered when the session is opened again.</source>
        <translation>Ce qui n’est pas enregistré reste dans le journal de cette machine, et est proposé quand la session est rouverte.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The fit of %1 that %2 works on is not where it was.</source>
        <translation>L’ajustement de&#xa0;%1 sur lequel&#xa0;%2 travaille n’est plus où il était.</translation>
    </message>
    <message>
        <source>Choose its folder, or one above it: the fit is found by its content, whatever it is called now.</source>
        <translation>Choisissez son dossier, ou un dossier au-dessus&#xa0;: l’ajustement est trouvé par son contenu, quel que soit son nom.</translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation>Chercher dans un dossier…</translation>
    </message>
    <message>
        <source>Where is the fit now?</source>
        <translation>Où est l’ajustement maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>%1[*] (read-only) — %2 — Fusiform</source>
        <extracomment>title of the window: the session can be looked at, not saved</extracomment>
        <translation>%1[*] (lecture seule) —&#xa0;%2 — Fusiform</translation>
    </message>
</context>
<context>
    <name>fusiform::SessionKeeper</name>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir&#xa0;%1</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Enregistrer&#xa0;%1</translation>
    </message>
    <message>
        <source>Save %1 with its data</source>
        <translation>Enregistrer&#xa0;%1 avec ses données</translation>
    </message>
    <message>
        <source>%1 is open in another window (process %2 on %3), which alone can save it. Save this one under another name.</source>
        <translation>%1 est ouvert dans une autre fenêtre (processus&#xa0;%2 sur&#xa0;%3), qui seule peut l’enregistrer. Enregistrez celle-ci sous un autre nom.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written. Save the session elsewhere.</source>
        <translation>On ne peut pas écrire dans le dossier de&#xa0;%1. Enregistrez la session ailleurs.</translation>
    </message>
    <message>
        <source>%1 is write-protected. Save the session under another name.</source>
        <translation>%1 est protégé en écriture. Enregistrez la session sous un autre nom.</translation>
    </message>
    <message>
        <source>%1 is the session that is open: give the one with data another name.</source>
        <translation>%1 est la session ouverte : donnez un autre nom à celle avec les données.</translation>
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
    <name>fusiform::Slide</name>
    <message>
        <source>Shown</source>
        <translation>Montré</translation>
    </message>
    <message>
        <source>The audience %1 of %3, the decoder %2 of %3</source>
        <translation>Le public&#xa0;%1 sur&#xa0;%3, le décodeur&#xa0;%2 sur&#xa0;%3</translation>
    </message>
    <message>
        <source>A guess needs four faces with known codes.</source>
        <translation>Pour deviner, il faut quatre visages aux codes connus.</translation>
    </message>
    <message>
        <source>Read from the brain. Who is it?</source>
        <translation>Lu dans le cerveau. Qui est-ce&#xa0;?</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>public</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>décodeur</translation>
    </message>
</context>
<context>
    <name>fusiform::SlideBuilder</name>
    <message>
        <source>%1 · %2 voxels · %3 · %4</source>
        <extracomment>at the foot of a slide: region, voxels, decoder, whether that is confirmatory</extracomment>
        <translation>%1 ·&#xa0;%2 voxels ·&#xa0;%3 ·&#xa0;%4</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>confirmatoire</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>exploratoire</translation>
    </message>
</context>
<context>
    <name>fusiform::SlideForm</name>
    <message>
        <source>Words of the slide</source>
        <translation>Texte de la diapositive</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Face model</source>
        <translation>Modèle de visages</translation>
    </message>
    <message>
        <source>Show step by step</source>
        <translation>Montrer pas à pas</translation>
    </message>
    <message>
        <source>Take the view of Explore</source>
        <translation>Prendre la vue d’Explorer</translation>
    </message>
    <message>
        <source>Show in Explore</source>
        <translation>Montrer dans Explorer</translation>
    </message>
    <message>
        <source>Notes for the presenter</source>
        <translation>Notes pour le présentateur</translation>
    </message>
    <message>
        <source>Brain and faces</source>
        <translation>Cerveau et visages</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Cerveau</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Guess who</source>
        <translation>Qui est-ce&#xa0;?</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Kind of slide</source>
        <translation>Genre de diapositive</translation>
    </message>
    <message>
        <source>Title of the slide</source>
        <translation>Titre de la diapositive</translation>
    </message>
    <message>
        <source>Region that the faces are read from</source>
        <translation>Région où les visages sont lus</translation>
    </message>
    <message>
        <source>Face model of the slide</source>
        <translation>Modèle de visages de la diapositive</translation>
    </message>
    <message>
        <source>Faces of the slide</source>
        <translation>Visages de la diapositive</translation>
    </message>
    <message>
        <source>Camera, map, cuts and region of the page Explore, as they are now.</source>
        <translation>Caméra, carte, coupes et région de la page Explorer, telles qu’elles sont.</translation>
    </message>
    <message>
        <source>Turns the brain of the page Explore as it is on this slide.</source>
        <translation>Tourne le cerveau de la page Explorer comme sur cette diapositive.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Notes, for the presenter alone</source>
        <translation>Notes, pour le présentateur seul</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>genre</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>words</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>region</source>
        <translation>région</translation>
    </message>
    <message>
        <source>face model</source>
        <translation>modèle de visages</translation>
    </message>
    <message>
        <source>step by step</source>
        <translation>pas à pas</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>visages</translation>
    </message>
    <message>
        <source>The face that is asked for</source>
        <translation>Le visage à deviner</translation>
    </message>
    <message>
        <source>Faces; none chosen: all</source>
        <translation>Visages&#xa0;; aucun choisi&#xa0;: tous</translation>
    </message>
    <message>
        <source>First the brain, then the region, then covered faces, what is read from the region, and what was shown.</source>
        <translation>D’abord le cerveau, puis la région, puis des visages couverts, ce qui est lu dans la région, et ce qui a été montré.</translation>
    </message>
</context>
<context>
    <name>fusiform::SlideStage</name>
    <message>
        <source>Slide</source>
        <translation>Diapositive</translation>
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
        <source>%1  ·  %2</source>
        <translation>%1  · &#xa0;%2</translation>
    </message>
    <message>
        <source>%1 more voxels of the region are left out: outside the brain mask, or without finite numbers.</source>
        <translation>%1 autres voxels de la région sont écartés&#xa0;: hors du masque du cerveau, ou sans nombres finis.</translation>
    </message>
    <message>
        <source>%1 voxels  ·  %2  ·  condition %3  ·  %4 ms</source>
        <translation>%1 voxels  · &#xa0;%2  ·  conditionnement&#xa0;%3  · &#xa0;%4 ms</translation>
    </message>
</context>
<context>
    <name>fusiform::StudyDialog</name>
    <message>
        <source>Open its fit</source>
        <translation>Ouvrir son ajustement</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fit a subject</source>
        <translation>Ajuster un sujet</translation>
    </message>
    <message>
        <source>BIDS study</source>
        <translation>Étude BIDS</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Face runs</source>
        <translation>Runs de visages</translation>
    </message>
    <message>
        <source>%1, %2 not downloaded</source>
        <translation>%1, dont %2 non téléchargés</translation>
    </message>
    <message>
        <source>a quarter of the training faces</source>
        <translation>un quart des visages d’apprentissage</translation>
    </message>
    <message>
        <source>Components of the PCA of the study&apos;s own pictures; 0: a quarter of the training faces, at most 1,024.</source>
        <translation>Composantes de l’ACP des images de l’étude&#xa0;; 0&#xa0;: un quart des visages d’apprentissage, au plus 1&#x202f;024.</translation>
    </message>
    <message>
        <source>Further face models</source>
        <translation>Autres modèles de visages</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Ajouter un fichier de modèle…</translation>
    </message>
    <message>
        <source>PCA components</source>
        <translation>Composantes de l’ACP</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>Modèles de visages</translation>
    </message>
    <message>
        <source>No image of its face runs is there.</source>
        <translation>Aucune image de ses runs de visages n’est présente.</translation>
    </message>
    <message>
        <source>Choose a subject first.</source>
        <translation>Choisissez d’abord un sujet.</translation>
    </message>
    <message>
        <source>This subject was not fitted yet.</source>
        <translation>Ce sujet n’a pas encore été ajusté.</translation>
    </message>
    <message>
        <source>This subject has a fit. A new one is written beside it.</source>
        <translation>Ce sujet a un ajustement. Un nouveau sera écrit à côté.</translation>
    </message>
    <message>
        <source>The fit is written below derivatives/fusiform of the study, or where that is not allowed into your own data folder.</source>
        <translation>L’ajustement est écrit sous derivatives/fusiform de l’étude ou, si c’est impossible, dans votre propre dossier de données.</translation>
    </message>
    <message>
        <source>Newest fit</source>
        <translation>Dernier ajustement</translation>
    </message>
    <message>
        <source>Prepare…</source>
        <translation>Préparer…</translation>
    </message>
    <message>
        <source>Checks, preprocessing and quality of this subject&apos;s runs</source>
        <translation>Vérifications, prétraitement et qualité des runs de ce sujet</translation>
    </message>
    <message>
        <source>Face models (*.safetensors *.pt)</source>
        <translation>Modèles de visages (*.safetensors *.pt)</translation>
    </message>
    <message>
        <source>Leave out training pictures that are test faces</source>
        <translation>Laisser de côté les images d’apprentissage qui sont des visages de test</translation>
    </message>
    <message>
        <source>Identical and nearly identical pictures; the page Prepare lists them. A test face that also trained is recognised too easily.</source>
        <translation>Images identiques et presque identiques&#xa0;; la page Préparer les liste. Un visage de test qui a aussi servi à l’apprentissage est reconnu trop facilement.</translation>
    </message>
</context>
<context>
    <name>fusiform::SurfaceChooser</name>
    <message>
        <source>Surface of the brain</source>
        <translation>Surface du cerveau</translation>
    </message>
    <message>
        <source>From the picture</source>
        <translation>D’après l’image</translation>
    </message>
    <message>
        <source>The outside of the brain in the subject&apos;s picture.</source>
        <translation>L’extérieur du cerveau dans l’image du sujet.</translation>
    </message>
    <message>
        <source>Pial</source>
        <translation>Piale</translation>
    </message>
    <message>
        <source>The outside of the grey matter.</source>
        <translation>L’extérieur de la matière grise.</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Between grey and white matter.</source>
        <translation>Entre la matière grise et la blanche.</translation>
    </message>
    <message>
        <source>Midthickness</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>The middle of the grey matter.</source>
        <translation>Le milieu de la matière grise.</translation>
    </message>
    <message>
        <source>Inflated</source>
        <translation>Gonflée</translation>
    </message>
    <message>
        <source>Sulci opened up. Maps and strokes are those of the same place in the brain.</source>
        <translation>Les sillons ouverts. Cartes et traits sont ceux du même endroit du cerveau.</translation>
    </message>
    <message>
        <source>From file…</source>
        <translation>D’un fichier…</translation>
    </message>
    <message>
        <source>A surface of FreeSurfer or GIFTI in the subject&apos;s own space.</source>
        <translation>Une surface de FreeSurfer ou GIFTI dans l’espace propre du sujet.</translation>
    </message>
    <message>
        <source>Not below the derivatives of the study: FreeSurfer&apos;s folder surf or fMRIPrep&apos;s folder anat would hold it.</source>
        <translation>Absente des dérivés de l’étude&#xa0;: elle serait dans le dossier surf de FreeSurfer ou anat de fMRIPrep.</translation>
    </message>
    <message>
        <source>Surface of the brain: %1</source>
        <translation>Surface du cerveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Surfaces (*.gii *.gii.gz *.pial *.white *.inflated *.midthickness *.graymid);;All files (*)</source>
        <translation>Surfaces (*.gii *.gii.gz *.pial *.white *.inflated *.midthickness *.graymid);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>fusiform::TalkExport</name>
    <message>
        <source>Export the talk</source>
        <translation>Exporter l’exposé</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>expose</translation>
    </message>
    <message>
        <source>Drawing the slides…</source>
        <translation>Dessin des diapositives…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The talk is in %1, how it was made beside it.</source>
        <translation>L’exposé est dans&#xa0;%1, la façon dont il a été fait à côté.</translation>
    </message>
</context>
<context>
    <name>fusiform::TalkWindow</name>
    <message>
        <source>Talk</source>
        <translation>Exposé</translation>
    </message>
</context>
<context>
    <name>fusiform::ThirdsControls</name>
    <message>
        <source>Occipital lies behind this y</source>
        <translation>L’occipital est derrière cet y</translation>
    </message>
    <message>
        <source>Temporal lies below this z</source>
        <translation>Le temporal est sous ce z</translation>
    </message>
    <message>
        <source>Adjust the thirds</source>
        <translation>Ajuster les tiers</translation>
    </message>
    <message>
        <source>Shows where the selected voxels are cut into occipital, temporal and frontoparietal: drag the lines in the slices (T).</source>
        <translation>Montre où les voxels retenus sont partagés en occipital, temporal et frontopariétal&#xa0;: tirez les lignes dans les coupes (T).</translation>
    </message>
    <message>
        <source>Equal thirds</source>
        <translation>Tiers égaux</translation>
    </message>
    <message>
        <source>Cuts where the three hold equally many voxels.</source>
        <translation>Coupe là où les trois comptent autant de voxels.</translation>
    </message>
    <message>
        <source>Occipital behind y</source>
        <translation>Occipital derrière y</translation>
    </message>
    <message>
        <source>Temporal below z</source>
        <translation>Temporal sous z</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
</context>
<context>
    <name>fusiform::Tour</name>
    <message>
        <source>Guided tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fini</translation>
    </message>
</context>
<context>
    <name>fusiform::TrainingPanel</name>
    <message>
        <source>Latents: </source>
        <translation>Latents&#xa0;: </translation>
    </message>
    <message>
        <source>Minutes: </source>
        <translation>Minutes&#xa0;: </translation>
    </message>
    <message>
        <source>Held out: </source>
        <translation>Mises de côté&#xa0;: </translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Entraîner…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Losses appear here while a VAE-GAN learns. A PCA is made at once.</source>
        <translation>Les pertes apparaissent ici pendant qu’un VAE-GAN apprend. Une PCA est faite d’un coup.</translation>
    </message>
    <message>
        <source>Stopped; the last checkpoint is kept.</source>
        <translation>Arrêté&#xa0;; le dernier point de reprise est gardé.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>Genre de modèle</translation>
    </message>
    <message>
        <source>VAE-GAN, compact</source>
        <translation>VAE-GAN, compact</translation>
    </message>
    <message>
        <source>VAE-GAN, as published</source>
        <translation>VAE-GAN, comme publié</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Taille des images</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 ×&#xa0;%1 pixels</translation>
    </message>
    <message>
        <source>Pictures kept out of the training: the model is measured on them, and the first of them are shown below</source>
        <translation>Images laissées hors de l’apprentissage&#xa0;: le modèle est mesuré sur elles, et les premières sont montrées ci-dessous</translation>
    </message>
    <message>
        <source>From the last checkpoint of the training that was stopped</source>
        <translation>À partir du dernier point de reprise de l’apprentissage arrêté</translation>
    </message>
    <message>
        <source>The machine is free while a training is paused</source>
        <translation>La machine est libre pendant la pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Faces of random codes</source>
        <translation>Visages de codes au hasard</translation>
    </message>
    <message>
        <source>Held-out pictures and their reconstructions</source>
        <translation>Images mises de côté et leurs reconstructions</translation>
    </message>
    <message>
        <source>Snapshots of the training</source>
        <translation>Instantanés de l’apprentissage</translation>
    </message>
    <message>
        <source>How the model was at an earlier time</source>
        <translation>Comment était le modèle à un moment antérieur</translation>
    </message>
    <message>
        <source>Faces of random codes, the same each time</source>
        <translation>Visages de codes au hasard, chaque fois les mêmes</translation>
    </message>
    <message>
        <source>%1 pictures of %2, %3 held out</source>
        <translation>%1 images de&#xa0;%2,&#xa0;%3 mises de côté</translation>
    </message>
    <message>
        <source>Where to write the model</source>
        <translation>Où écrire le modèle</translation>
    </message>
    <message>
        <source>Face models (*.safetensors)</source>
        <translation>Modèles de visages (*.safetensors)</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>Entraîner&#xa0;%1</translation>
    </message>
    <message>
        <source>Step %1 · stage %2 · %3 pictures/s · %4 left</source>
        <translation>Pas&#xa0;%1 · étape&#xa0;%2 ·&#xa0;%3 images/s · reste&#xa0;%4</translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <translation>pas&#xa0;%1,&#xa0;%2</translation>
    </message>
    <message>
        <source>A training runs.</source>
        <translation>Un apprentissage est en cours.</translation>
    </message>
    <message>
        <source>Choose a folder of pictures first.</source>
        <translation>Choisissez d’abord un dossier d’images.</translation>
    </message>
    <message>
        <source>No training was stopped.</source>
        <translation>Aucun apprentissage n’a été arrêté.</translation>
    </message>
    <message>
        <source>No training runs.</source>
        <translation>Aucun apprentissage n’est en cours.</translation>
    </message>
    <message>
        <source>A PCA takes as long as it takes.</source>
        <translation>Une PCA dure ce qu’elle dure.</translation>
    </message>
    <message>
        <source>There are no snapshots yet.</source>
        <translation>Il n’y a pas encore d’instantanés.</translation>
    </message>
    <message>
        <source>Width: </source>
        <translation>Largeur&#xa0;: </translation>
    </message>
    <message>
        <source>By eyes…</source>
        <translation>D’après les yeux…</translation>
    </message>
    <message>
        <source>Width: usual</source>
        <translation>Largeur&#xa0;: usuelle</translation>
    </message>
    <message>
        <source>Channels of the first convolution: 32 for the compact VAE-GAN, 192 for the published one; more learn finer and slower</source>
        <translation>Canaux de la première convolution&#xa0;: 32 pour le VAE-GAN compact, 192 pour celui qui est publié&#xa0;; davantage apprennent plus finement et plus lentement</translation>
    </message>
    <message>
        <source>Where the eyes are</source>
        <translation>Où sont les yeux</translation>
    </message>
    <message>
        <source>Lists of eyes (*.txt *.tsv)</source>
        <translation>Listes d’yeux (*.txt *.tsv)</translation>
    </message>
    <message>
        <source>Put faces in place by their eyes: CelebA&apos;s list of landmarks, or a table. Otherwise the largest centred square is taken.</source>
        <translation>Placer les visages d’après leurs yeux&#xa0;: la liste de repères de CelebA, ou un tableau. Sinon, le plus grand carré centré est pris.</translation>
    </message>
    <message>
        <source>Faces are put in place by the eyes in %1.</source>
        <translation>Les visages sont placés d’après les yeux de&#xa0;%1.</translation>
    </message>
    <message>
        <source>A PCA has no layers.</source>
        <translation>Une PCA n’a pas de couches.</translation>
    </message>
</context>
<context>
    <name>fusiform::TrustDialog</name>
    <message>
        <source>A face model that is a program</source>
        <translation>Un modèle de visages qui est un programme</translation>
    </message>
    <message>
        <source>This file is a TorchScript program. A program can do all that you can: read, change and send your files. Trust it only if you know who made it.

Your trust holds for this file until it changes. The program is tried on random codes first.</source>
        <translation>Ce fichier est un programme TorchScript. Un programme peut tout ce que vous pouvez&#xa0;: lire, changer et envoyer vos fichiers. Ne lui faites confiance que si vous connaissez son auteur.

Votre confiance vaut pour ce fichier tant qu’il ne change pas. Le programme est d’abord essayé sur des codes tirés au hasard.</translation>
    </message>
    <message>
        <source>as the program says</source>
        <translation>selon le programme</translation>
    </message>
    <message>
        <source>How many numbers a code has, where the program does not say it</source>
        <translation>Combien de nombres a un code, quand le programme ne le dit pas</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>Latents</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Trust and open</source>
        <translation>Faire confiance et ouvrir</translation>
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
        <translation>Une petite étude ajustée&#xa0;: choisissez des régions, regardez les visages.</translation>
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
        <source>Opened lately</source>
        <translation>Ouverts récemment</translation>
    </message>
    <message>
        <source>Lists its subjects; fits one of them, then opens the fit.</source>
        <translation>Liste ses sujets, en ajuste un, puis ouvre l’ajustement.</translation>
    </message>
    <message>
        <source>Continue where I was</source>
        <translation>Reprendre où j’en étais</translation>
    </message>
    <message>
        <source>What was open last, with its regions as they were.</source>
        <translation>Ce qui était ouvert en dernier, avec ses régions telles qu’elles étaient.</translation>
    </message>
    <message>
        <source>Open a session…</source>
        <translation>Ouvrir une session…</translation>
    </message>
    <message>
        <source>Work that was saved: a file that ends in .fusiform.</source>
        <translation>Un travail enregistré&#xa0;: un fichier qui finit par .fusiform.</translation>
    </message>
    <message>
        <source>Or drop a study, a fit or a session here.</source>
        <translation>Ou déposez ici une étude, un ajustement ou une session.</translation>
    </message>
</context>
<context>
    <name>fusiform::WhatIfPanel</name>
    <message>
        <source>Region A</source>
        <translation>Région A</translation>
    </message>
    <message>
        <source>Region B</source>
        <translation>Région B</translation>
    </message>
    <message>
        <source>Choose two regions.</source>
        <translation>Choisissez deux régions.</translation>
    </message>
    <message>
        <source>the active region</source>
        <translation>la région active</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>%1: no voxel is left</source>
        <translation>%1&#xa0;: il ne reste aucun voxel</translation>
    </message>
    <message>
        <source>%1: %2 voxels, pairwise %3 %, first of %4: %5 %</source>
        <extracomment>%1 &quot;A&quot;, &quot;B&quot;, &quot;A + B&quot; or &quot;A − B&quot;</extracomment>
        <translation>%1&#xa0;:&#xa0;%2 voxels, par paires&#xa0;%3&#xa0;%, premier de&#xa0;%4&#xa0;:&#xa0;%5&#xa0;%</translation>
    </message>
</context>
</TS>
