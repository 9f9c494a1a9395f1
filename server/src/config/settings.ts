/** Everything that an installation can be told, read from its environment. */
export interface Settings {
  /** Development shows what it would send, and needs nothing to be set. */
  readonly mode: 'development' | 'production';
  readonly database: DatabaseSettings;
  /** Where files of this installation are, absolute. */
  readonly dataFolder: string;
  /** What the keys of the installation are sealed with. Never in logs, errors or answers. */
  readonly secret: string;
  readonly http: HttpSettings;
  /** Where links lead: `{token}` stands for a share token, `{code}` for a referral code. */
  readonly links: { readonly web: string; readonly app?: string; readonly referral?: string };
  /** E-mail by SMTP; without it, it stays in the development outbox. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Web push (RFC 8292); `subject` is how a push service reaches whoever sends. */
  readonly push:
    { readonly publicKey: string; readonly privateKey: string; readonly subject: string } | undefined;
  /** Text messages by a Twilio-compatible interface. */
  readonly sms: SmsSettings | undefined;
  readonly media: MediaSettings;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

export type DatabaseSettings =
  | { readonly kind: 'postgres'; readonly url: string; readonly connections: number }
  | { readonly kind: 'pglite'; readonly folder: string };

export interface HttpSettings {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** The origin that people reach this server at, without a slash at its end; undefined for the one it listens on. */
  readonly publicUrl: string | undefined;
  /** How many proxies stand before this server and add to `X-Forwarded-For`; 0 believes nobody. */
  readonly trustedProxies: number;
  /** What a monitor sends to read `/metrics`; without one they are open in development and closed in production. */
  readonly metricsToken: string | undefined;
}

export interface SmsSettings {
  readonly accountId: string;
  readonly authToken: string;
  readonly from: string;
  /** Without a slash at its end. */
  readonly apiUrl: string;
}

export type MediaSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
