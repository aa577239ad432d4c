/** Web servers for which pieces are shipped in `connectors/`. */
export const PATH_SERVERS = ['nginx', 'caddy'] as const;
export type PathServer = (typeof PATH_SERVERS)[number];

export const STREAM_SERVERS = ['nginx', 'caddy', 'express'] as const;
export type StreamServer = (typeof STREAM_SERVERS)[number];

export const SERVER_NAMES = { nginx: 'nginx', caddy: 'Caddy', express: 'Node' } as const satisfies Record<
  StreamServer,
  string
>;

/** A piece of configuration, and the file or place that it belongs to. */
export type Piece = { readonly place: string; readonly text: string };

/** Below which path a site's own web server leads to Doorplate, as the shipped pieces have it. */
export const OWN_PATH = '/d';
export const PROXY_SETTING = 'DOORPLATE_TRUSTED_PROXIES=127.0.0.1/32';

/** The first-party path: the same directives as in `connectors/`, which a test compares. */
export function pathPiece(server: PathServer): Piece {
  if (server === 'nginx') {
    return {
      place: 'server { … }',
      text: String.raw`location ~ ^/d/(?:t\.js|t\.[0-9a-f]+\.js|t\.gif|api/event|privacy/.*)$ {
    rewrite ^/d(/.*)$ $1 break;
    proxy_pass http://127.0.0.1:8080;
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header Cookie "doorplate_opt_out=$cookie_doorplate_opt_out";
    access_log off;
}`,
    };
  }
  return {
    place: 'Caddyfile',
    text: String.raw`@doorplate path_regexp ^/d/(t\.js|t\.[0-9a-f]+\.js|t\.gif|api/event|privacy/.*)$
handle @doorplate {
	uri strip_prefix /d
	reverse_proxy 127.0.0.1:8080 {
		header_up Cookie "^(?:(?:.*[; ])?(doorplate_opt_out=1)(?:;.*)?|.*)$" "$1"
	}
}`,
  };
}

/** Mode A: how a web server tells of its requests, with the setting that makes Doorplate listen. */
export function streamPieces(server: StreamServer, base: string, site: string): readonly Piece[] {
  if (server === 'nginx') {
    return [
      { place: 'http { … }', text: 'include /etc/nginx/doorplate-http.conf;' },
      { place: 'Doorplate', text: 'DOORPLATE_SYSLOG_PORT=5514' },
    ];
  }
  if (server === 'caddy') {
    return [
      {
        place: 'Caddyfile',
        text: `{\n\timport Caddyfile.global\n}\nimport Caddyfile.doorplate\n\n${site} {\n\timport doorplate\n\timport doorplate_path\n}`,
      },
      { place: 'Doorplate', text: 'DOORPLATE_LINE_SOCKET=/run/doorplate/lines.sock' },
    ];
  }
  return [
    { place: 'Doorplate', text: 'doorplate key add --scope collect' },
    {
      place: 'Express',
      text: `import { doorplate } from './doorplate.js';\napp.use(doorplate({ url: '${base}', site: '${site}', key: process.env.DOORPLATE_KEY }));`,
    },
  ];
}
