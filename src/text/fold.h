// Text folded for searching: without accents and case.
#pragma once

#include <string>
#include <string_view>

namespace cadre::text {

// Lower case, Vietnamese letters without their marks, đ as d, runs of white space as one space:
// "Thanh  Trì" gives "thanh tri". Handles composed and decomposed letters. Bytes that are not UTF-8
// are dropped; other scripts are unchanged.
[[nodiscard]] std::string fold(std::string_view utf8);

// True when every word of the folded `query` occurs in the folded `haystack`. An empty query
// matches everything.
[[nodiscard]] bool matchesFolded(std::string_view haystack, std::string_view query);

}  // namespace cadre::text
