/** What can be wrong with an import or a layer (docs/errors.md). None of them carries a path, a range or a record. */
export type LayerErrorCode =
  /** Over 20 % fewer ranges than the same source's own last import. */
  | 'IMPORT_SHRUNK'
  /** Over 1 % of the objects are wrong. */
  | 'IMPORT_FAULTY'
  /** An id that is none: small letters, digits and hyphens, 64 at most. */
  | 'LAYER_ID'
  /** There is no layer of that id. */
  | 'LAYER_UNKNOWN'
  /** A layer's file is cut short, altered, or does not belong to its manifest. */
  | 'LAYER_CORRUPT'
  /** Written by a version of the product with another file format. */
  | 'LAYER_FORMAT';

const SENTENCES: Record<LayerErrorCode, string> = {
  IMPORT_SHRUNK: 'The import has over 20 % fewer ranges than the last one of this source: the old one stays in force.',
  IMPORT_FAULTY: 'Over 1 % of the objects are wrong: the old import stays in force.',
  LAYER_ID: 'This cannot be the id of a source.',
  LAYER_UNKNOWN: 'There is no import of that source.',
  LAYER_CORRUPT: 'The import of a source is damaged: import it again.',
  LAYER_FORMAT: 'The import of a source has another file format: import it again.',
};

export type LayerError = Error & { readonly code: LayerErrorCode };

export function layerError(code: LayerErrorCode): LayerError {
  return Object.assign(new Error(SENTENCES[code]), { code });
}
