/* Marks for what the shared library shows, and for results that must be looked at. */
#ifndef WARTA_EXPORT_H
#define WARTA_EXPORT_H

#if defined(__GNUC__)
#define WARTA_EXPORT __attribute__((visibility("default")))
#define WARTA_NODISCARD __attribute__((warn_unused_result))
#else
#define WARTA_EXPORT
#define WARTA_NODISCARD
#endif

#ifdef __cplusplus
#define WARTA_BEGIN_DECLS extern "C" {
#define WARTA_END_DECLS }
#else
#define WARTA_BEGIN_DECLS
#define WARTA_END_DECLS
#endif

#endif
