// The partial counts are merged after all counters have been joined.
#include <map>
#include <string>
#include <thread>
#include <vector>

using Counts = std::map<char, int>;

static void count(const std::string &text, Counts *into) {
  for (char c : text)
    ++(*into)[c];
}

static void merge(const std::vector<Counts> *parts, Counts *into) {
  for (const Counts &part : *parts)
    for (const auto &[letter, n] : part)
      (*into)[letter] += n;
}

int main() {
  const std::vector<std::string> chapters = {"call me", "ishmael",
                                             "some years"};
  std::vector<Counts> parts(chapters.size());
  Counts all;
  std::vector<std::thread> counters;
  for (size_t i = 0; i < chapters.size(); ++i)
    counters.emplace_back(count, chapters[i], &parts[i]);
  for (std::thread &t : counters)
    t.join();
  std::thread merger(merge, &parts, &all);
  merger.join();
  return all.size() <= 20 ? 0 : 1;
}
