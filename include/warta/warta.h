/* Everything: the analyzer and its sessions, then what can be asked, from tokens to similarity.
 *
 *   analyzer   rules and dictionary, shared by all threads
 *   session    the scratch of one thread
 *   token      typed tokens as events         stem        words to stems
 *   document   one article, analysed          label       names of what is not article
 *   keywords   key phrases                    summary     the sentences that carry it
 *   df         document frequencies           vector      weighted terms
 *   similarity how alike two documents are    nearcopy   the same report, cut or edited
 *   index      nearest neighbours             cluster    groups of articles of one story
 *   status     errors
 */
#ifndef WARTA_WARTA_H
#define WARTA_WARTA_H

#include <warta/analyzer.h>
#include <warta/cluster.h>
#include <warta/df.h>
#include <warta/document.h>
#include <warta/index.h>
#include <warta/keywords.h>
#include <warta/label.h>
#include <warta/nearcopy.h>
#include <warta/session.h>
#include <warta/similarity.h>
#include <warta/status.h>
#include <warta/stem.h>
#include <warta/summary.h>
#include <warta/token.h>
#include <warta/vector.h>
#include <warta/version.h>

#endif
