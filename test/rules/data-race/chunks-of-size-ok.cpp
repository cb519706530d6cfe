// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Threads share out a vector of any size, and each changes its own part by what
// is in it alone.
#include <thread>
#include <vector>

static void smooth(std::vector<float> &row, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i)
    if (i > from)
      row[i] = (row[i - 1] + row[i]) / 2;
}

void smoothAll(std::vector<float> &row, size_t parts) {
  std::vector<std::thread> team;
  const size_t length = row.size() / parts;
  for (size_t p = 0; p < parts; ++p)
    team.emplace_back([&row, p, length] {
      smooth(row, p * length, (p + 1) * length);
    });
  for (std::thread &t : team)
    t.join();
}

int main(int argc, char **) {
  std::vector<float> row(argc * 100);
  smoothAll(row, 3);
}
