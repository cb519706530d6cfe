// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The threads have the vector in common, and each its own element of it.
#include <string>
#include <thread>
#include <vector>
struct Result {
  std::string text;
  int errors = 0;
};
int main() {
  std::vector<Result> results(8);
  std::vector<std::thread> tasks;
  for (std::size_t i = 0; i < results.size(); ++i)
    tasks.emplace_back([&results, i] {
      results[i].text = std::to_string(i);
      results[i].errors++;
    });
  for (std::thread &task : tasks)
    task.join();
  return results[0].errors;
}
