// A list in a RefCell is static.
#include "rust.h"
#include <thread>
#include <vector>

static const rust::RefCell<std::vector<int>> lines; // ERROR

static void log(int line) { lines.borrowMut()->push_back(line); } // ERROR-ALSO

int main() {
  std::thread worker([] { log(1); }); // ERROR-ALSO
  log(2);
  worker.join();
}
