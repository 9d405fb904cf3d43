/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RmBundle RmBundle;
typedef struct _RmCapacitiesTable RmCapacitiesTable;
typedef struct _RmSheet RmSheet;
typedef struct _RmCsvWriter RmCsvWriter;
typedef struct _RmDecodedText RmDecodedText;
typedef struct _RmFileProblem RmFileProblem;
typedef struct _RmImportPlan RmImportPlan;
typedef struct _RmImportResult RmImportResult;
typedef struct _RmImportTarget RmImportTarget;
typedef struct _RmScoresTable RmScoresTable;

/** RmEncoding: what the bytes of a file turned out to be. */
typedef enum
{
  RM_ENCODING_UTF_8,
  RM_ENCODING_UTF_16LE,
  RM_ENCODING_UTF_16BE,
  RM_ENCODING_WINDOWS_1252,
} RmEncoding;

/**
 * RmExchangeError:
 * @RM_EXCHANGE_ERROR_CANCELLED: the progress function asked to stop
 * @RM_EXCHANGE_ERROR_ENCODING: the bytes are not text in an encoding that is read
 * @RM_EXCHANGE_ERROR_BINARY: the file is not text at all (an archive, NUL bytes), or a workbook of
 *   a kind that is not read
 * @RM_EXCHANGE_ERROR_EMPTY: the file has nothing to read
 * @RM_EXCHANGE_ERROR_TOO_BIG: the file has too many bytes
 * @RM_EXCHANGE_ERROR_TOO_MANY_ROWS: the table has too many rows
 * @RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS: a row has too many cells
 * @RM_EXCHANGE_ERROR_CELL_TOO_LONG: a cell has too many bytes
 * @RM_EXCHANGE_ERROR_QUOTE: a quote is opened and never closed
 * @RM_EXCHANGE_ERROR_COLUMN: a column that is named or needed does not exist
 * @RM_EXCHANGE_ERROR_TARGET: nothing can be imported under that name
 * @RM_EXCHANGE_ERROR_SYNTAX: a file is not well-formed JSON
 * @RM_EXCHANGE_ERROR_DEPTH: lists and objects are nested too deep
 * @RM_EXCHANGE_ERROR_FORMAT: a JSON file is of another kind or of a newer version
 * @RM_EXCHANGE_ERROR_TYPE: a value in a JSON file is of the wrong type
 * @RM_EXCHANGE_ERROR_VALUE: a value is out of its range or none of its choices
 * @RM_EXCHANGE_ERROR_REFERENCE: an id is missing, given twice or names nothing
 * @RM_EXCHANGE_ERROR_NOT_A_FILE: a folder, a device or a named pipe
 * @RM_EXCHANGE_ERROR_DAMAGED: a workbook cannot be unpacked, or is not what it should be inside
 * @RM_EXCHANGE_ERROR_PASSWORD: a workbook is protected by a password
 * @RM_EXCHANGE_ERROR_SHEET: a workbook has no sheet of that name
 */
typedef enum
{
  RM_EXCHANGE_ERROR_CANCELLED,
  RM_EXCHANGE_ERROR_ENCODING,
  RM_EXCHANGE_ERROR_BINARY,
  RM_EXCHANGE_ERROR_EMPTY,
  RM_EXCHANGE_ERROR_TOO_BIG,
  RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
  RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
  RM_EXCHANGE_ERROR_CELL_TOO_LONG,
  RM_EXCHANGE_ERROR_QUOTE,
  RM_EXCHANGE_ERROR_COLUMN,
  RM_EXCHANGE_ERROR_TARGET,
  RM_EXCHANGE_ERROR_SYNTAX,
  RM_EXCHANGE_ERROR_DEPTH,
  RM_EXCHANGE_ERROR_FORMAT,
  RM_EXCHANGE_ERROR_TYPE,
  RM_EXCHANGE_ERROR_VALUE,
  RM_EXCHANGE_ERROR_REFERENCE,
  RM_EXCHANGE_ERROR_NOT_A_FILE,
  RM_EXCHANGE_ERROR_DAMAGED,
  RM_EXCHANGE_ERROR_PASSWORD,
  RM_EXCHANGE_ERROR_SHEET,
} RmExchangeError;

#define RM_EXCHANGE_ERROR (rm_exchange_error_quark ())
GQuark rm_exchange_error_quark (void);

G_END_DECLS
