/** The Ansible group of an instance group; Ansible takes no dashes in names of groups. */
export const ansibleGroup = (name: string): string => name.replaceAll("-", "_");
