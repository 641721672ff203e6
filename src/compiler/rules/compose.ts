/** Rules of Docker Compose. */
export const composeRules = {
  "compose-secret":
    "A secret comes from the developer's environment, or from the file `.env` that is in no repository.",
  "compose-health": "Who reads a database starts when it answers.",
  "compose-jobs": "A job runs when somebody asks for it: `docker compose run report`.",
  "compose-local": "What a developer runs is reached from this machine alone.",
  "compose-build": "An image without a Dockerfile of its own has the one that is written beside this file.",
} as const;
