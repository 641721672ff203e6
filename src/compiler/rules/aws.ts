/** Rules of what Terraform writes for AWS, and of the bastion of any cloud. */
export const awsRules = {
  "bastion-public": "The bastion is there to be reached from outside, so it stands in the public subnets.",
  "bastion-ssh": "A bastion takes SSH in and hands SSH on, and nothing else.",
  "follow-labels": "The words of a machine are its tags, so that they are seen where machines are.",
  "agents-find-each-other": "An agent asks EC2 for the machines of its tag, which takes the right to list them.",
  "given-image": "The image is given, so no other build of the account takes its place.",
  "shared-state": "What belongs to all is made in one state; the others read its outputs.",
  "one-way-states": "What refers to a component belongs to it, since the shared state knows nothing of its readers.",
} as const;
