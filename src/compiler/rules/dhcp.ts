/** Rules of the server that hands out addresses. */
export const dhcpRules = {
  "dhcp-interfaces": "The server answers on every interface that has an address of one of its networks.",
  "dhcp-leases": "Leases are kept in a file, which is enough for an office and needs no database.",
} as const;
