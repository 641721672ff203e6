/** Rules of what Terraform writes for AWS, and of the bastion of any cloud. */
export const awsRules = {
  "bastion-public": "The bastion is there to be reached from outside, so it stands in the public subnets.",
  "bastion-ssh": "A bastion takes SSH in and hands SSH on, and nothing else.",
  "one-key-pair": "EC2 puts one key on a machine when it boots; its account is that of the image.",
  "follow-labels": "The words of a machine are its tags, so that they are seen where machines are.",
  "agents-find-each-other": "An agent asks EC2 for the machines of its tag, which takes the right to list them.",
  "given-image": "The image is given by its id, so no other build takes its place.",
  "state-encrypted": "The state holds values that nobody should read, so it is kept encrypted.",
  "state-locked": "One apply at a time: a file beside the state says that it is in use.",
  "state-in-parts":
    "What the deploying process says, the bucket of its account, is given to `terraform init`, since a backend knows no variables.",
  "shared-state": "What belongs to all is made in one state; the others read its outputs.",
  "one-way-states": "What refers to a component belongs to it, since the shared state knows nothing of its readers.",
} as const;
