import type { Artifact, ArtifactApp } from "../../compiler/environment/artifact.ts";
import { literal, type Text, text } from "../../compiler/environment/text.ts";
import { derive, ORIGINS, type Traced } from "../../formats/origin.ts";

/** Where a released file is fetched from, as GitHub and its like serve it. */
export const releaseUrl = ({ registry: { url }, version, file }: Artifact): Text =>
  text(
    [...url.parts, "/releases/download/", ...version.parts, "/", ...file.parts],
    [...url[ORIGINS], ...version[ORIGINS], ...file[ORIGINS]],
  );

/** Where the program of an app lies on its machine. */
export const programPath = ({ artifact: { path } }: ArtifactApp): Traced<string> => literal(path);

export const programFolder = (app: ArtifactApp): Traced<string> =>
  derive(programPath(app), (path) => path.replace(/\/[^/]*$/, "") || "/");

/** Where the files of an archive are unpacked to be served. */
export const publicFolder = (app: ArtifactApp): Traced<string> =>
  derive(programFolder(app), (folder) => `${folder}/public`);
