/** Rules of the Ansible emitter. */
export const ansibleRules = {
  "ansible-groups":
    "The machines of an instance group are an Ansible group. They are known by their instance profile, which no other group has.",
  "ansible-inventory": "Machines come and go, so the inventory asks AWS which of the environment's are running.",
  "ansible-session":
    "No port of a machine is open, so SSH goes through AWS Session Manager. EC2 Instance Connect lets in the key of who connects, for a minute.",
  "ansible-collections": "What is not part of Ansible itself is installed by `ansible-galaxy`, from this list.",
  "ansible-machine":
    "Apps on machines are Docker containers, and their settings come through the client of AWS; both are those of the operating system, which keeps them up to date.",
  "ansible-image-build":
    "An image holds programs and units. What belongs to one machine is written when it boots, which starts the units of its group too.",
  "ansible-fresh-release": "A version may have been released anew, so its file is fetched even where there is one.",
  "database-of-ours":
    "The server is the operating system's own, which keeps it up to date. Its user is made when the machine has been told the password, so that no image holds one.",
  "ansible-password":
    "Ansible makes the password once, of letters and digits, and keeps it with whoever deploys, outside of what is committed.",
  "ansible-delivers":
    "Where Vagrant makes the machines nobody else tells them what only the deployment knows, so Ansible does, into files that root alone reads.",
  "nginx-again": "nginx looks its machines up when it starts, so it tries again until their names are there.",
  "nginx-pages": "Pages that a browser makes by itself have paths that are no files, so the first page answers them.",
  "ansible-copied":
    "What comes from the spec is copied in files, since Ansible would evaluate two braces in its own texts.",
  "ansible-restart": "An app is restarted when its unit, its image or its settings have changed.",
  "ansible-rolling":
    "Machines are changed one after the other, the next when the apps of the last listen again, so that a change that fails reaches one alone.",
  "ansible-one-line":
    "Terraform writes this file too and knows more of it, so Ansible keeps to the lines that it knows.",
} as const;
