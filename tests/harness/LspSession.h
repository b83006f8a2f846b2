// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace wikivet::tests {

/// Plays a session of an editor with the language server in this process and gives what went wrong,
/// each on a line with the number of the script's line; empty if all went well. A script:
///
///     # a comment
///     + pages/.wikivet.yaml      writes a file into the workspace
///     | select: [markup]         … with these lines
///     @ $ROOT/pages/a.wiki 1     opens a document in this version
///     | One</br>two              … with these lines
///     > {"id": 1, "method": …}   sends a message
///     < {"id": 1, "result": …}   the answer, or the next notification or request of that method,
///     must
///                                hold this: objects may hold more
///     ! "method"                 no message of this method has come so far
///
/// JSON goes on in the lines behind that begin with a blank. In it `$ROOT` is the URI of the
/// workspace, "@1:2-3:4" a `Range`, "@1:2" a `Position`, and where something is expected "~text" is
/// a string that holds the text, "*" anything, and "..." at the end of a list any further items.
std::string playSession(const std::string &script);

} // namespace wikivet::tests
