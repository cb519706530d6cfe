// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each round starts a thread that changes the element of this round.
#include <algorithm>
#include <string>
#include <thread>
#include <vector>
struct Page {
  std::string text;
  std::size_t length = 0;
};
int main() {
  std::vector<Page> pages = {{"one"}, {"two"}, {"three"}};
  std::size_t longest = 0;
  std::vector<std::thread> readers;
  for (Page &page : pages)
    readers.emplace_back([&] {
      page.length = page.text.size();
    });
  for (std::thread &reader : readers)
    reader.join();
  for (const Page &page : pages)
    longest = std::max(longest, page.length);
  return longest;
}
