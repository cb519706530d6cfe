// A list in a Mutex is static.
#include "rust.h"
#include <thread>
#include <vector>

static rust::Mutex<std::vector<int>> lines;

static void log(int line) { lines.lock()->push_back(line); }

int main() {
  std::thread worker([] { log(1); });
  log(2);
  worker.join();
}
