/** Rules of nginx's configuration. */
export const nginxRules = {
  "nginx-keepalive": "Connections to an app are kept for the next request, which saves a round trip and its ports.",
  "nginx-sticky":
    "A stock nginx has no module for sticky sessions. It hashes a cookie consistently instead, and gives the number of its first request to a client that has none.",
  "nginx-internal": "An internal route answers the networks of the spec, and nobody else.",
  "nginx-redirect": "Who asks for a host by HTTP is sent to HTTPS.",
  "nginx-strict": "A browser that has seen the host by HTTPS does not ask by HTTP again, for two years.",
  "nginx-hardening": "Nobody needs to know the version of nginx.",
  "nginx-tls": "TLS 1.2 and 1.3 with sessions kept by the server, as Mozilla recommends for servers of today.",
  "nginx-headers":
    "Apps learn who asks, for which host and by which protocol; connections stay open or become WebSockets.",
  "nginx-stranger": "A request for a host that nobody wrote gets no answer, instead of that of the first app.",
  "nginx-container": "In a container nginx is the process that runs, and docker keeps what it writes.",
} as const;
