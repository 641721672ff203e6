FROM node:20-slim AS build
WORKDIR /app
COPY --chown=node:node package.json ./
ENV NODE_ENV=production PORT=8080
RUN npm ci && \
    npm cache clean --force

FROM gcr.io/distroless/nodejs20
COPY --fron=build /app /app
EXPOSE 8080/tcp
USER 1000:1000
HEALTHCHECK --interval=30s CMD ["/bin/true"]
CMD ["server.js"]
