/**
 * Name of the cookie that an objection on a site's own origin sets (privacy promise 9); its value is always `1`. Without
 * hyphens: web servers read it as a variable (`$cookie_doorplate_opt_out` of nginx) for the connector's format.
 */
export const OPT_OUT_COOKIE = 'doorplate_opt_out';
