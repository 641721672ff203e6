/** Actions by the commit that each version is. */
export const actions = {
  "actions/checkout": { version: "v4.2.2", commit: "11bd71901bbe5b1630ceea73d27597364c9af683" },
  "actions/download-artifact": { version: "v4.3.0", commit: "d3f86a106a0bac45b974a628896c90dbdf5c8093" },
  "actions/upload-artifact": { version: "v4.6.2", commit: "ea165f8d65b6e75b540449e92b4886f43607fa02" },
  "aws-actions/configure-aws-credentials": { version: "v4.2.1", commit: "b47578312673ae6fa5b5096b330d9fbac3d116df" },
  "google-github-actions/auth": { version: "v2.1.10", commit: "ba79af03959ebeac9769e648f473a284504d9193" },
  "google-github-actions/setup-gcloud": { version: "v2.1.4", commit: "77e7a554d41e2ee56fc945c52dfd3f33d12def9a" },
  "hashicorp/setup-terraform": { version: "v3.1.2", commit: "b9cd54a3c349d3f38e8881555d616ced269862dd" },
} as const;

export type Action = keyof typeof actions;

export const pinned = (action: Action): string => `${action}@${actions[action].commit}`;

/** The versions of the actions that a workflow uses, for people. */
export const versionsOf = (text: string): readonly string[] =>
  Object.entries(actions)
    .filter(([action]) => text.includes(`${action}@`))
    .map(([action, { version, commit }]) => `${action}@${commit.slice(0, 7)} is ${version}`);
