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
  "docker-packages":
    "Lists of packages are old the next day, and what is recommended is not needed, so an image keeps neither.",
  "docker-cache":
    "What is built beside the cache of packages, and what is later installed in its containers, asks the cache.",
  "docker-environment":
    "One image goes through all environments. It has a folder for each, and a container is told which one is its own.",
  "container-script":
    "Docker on single machines has no scheduler: a script runs the containers as the spec says, and docker keeps them running.",
  "container-network": "Containers of a cluster are in a network of its name, where they find each other by name.",
  "container-privileges": "No process of a container gains more rights than it started with.",
  "container-files": "A container that never runs lends the files of its image, read only, to those that name it.",
  "data-folder": "Below a folder that apps share each has a folder of its own name, unless it says another.",
  "gitolite-rights": "Who has a key of the spec does everything in its repositories, and others read the sources.",
  "bind-mount": "The configuration lies beside the script that starts the name server, and is read from there.",
  "dns-own-address":
    "A name server listens on its machine's own address, since the machine's resolver has port 53 of the loopback.",
  "nginx-stable": "Without a version nginx is its stable line.",
} as const;
