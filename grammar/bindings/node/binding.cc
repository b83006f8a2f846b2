// SPDX-License-Identifier: MIT
#include <napi.h>

typedef struct TSLanguage TSLanguage;
extern "C" const TSLanguage *tree_sitter_wikitext();

// By this tag the "tree-sitter" package knows that an object is a language.
static const napi_type_tag languageTag = {0x8AF2E5212AD58ABF, 0xD5006CAD83ABBA16};

static Napi::Object initialize(Napi::Env env, Napi::Object exports) {
  // The API takes no pointer to const; nobody writes through this one.
  auto *address = const_cast<TSLanguage *>(tree_sitter_wikitext());
  auto language = Napi::External<TSLanguage>::New(env, address);
  language.TypeTag(&languageTag);
  exports["language"] = language;
  return exports;
}

NODE_API_MODULE(tree_sitter_wikitext_binding, initialize)
