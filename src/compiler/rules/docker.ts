/** Rules of the Dockerfiles that specc writes. */
export const dockerRules = {
  "docker-base":
    "Without `base` an image starts from distroless: the C library, certificates and time zones that a compiled program needs, and neither a shell nor a package manager that could be misused. A program that needs an interpreter names a `base` that has it.",
  "docker-program":
    "Without `base` and `command` the program is the file of the build's context that has the image's name.",
  "docker-user":
    "The process runs as nobody in particular, by number, since Kubernetes cannot tell whether a name is root.",
  "docker-files": "All files of the build's context belong to root, so the process cannot change its own program.",
  "docker-ignore":
    "Histories, secrets and what specc writes have no place in an image, and changing them is no reason to build one anew.",
} as const;
