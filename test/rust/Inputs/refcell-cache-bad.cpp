// A cache in a RefCell is filled by two threads.
#include "rust.h"
#include <thread>
#include <vector>

class Squares {
public:
  void learn(int n) const { known.borrowMut()->push_back(n * n); } // ERROR-ALSO

private:
  rust::RefCell<std::vector<int>> known;
};

int main() {
  auto squares = std::make_shared<const Squares>();
  std::vector<std::thread> workers;
  for (int n = 0; n < 2; ++n)
    workers.emplace_back([squares, n] { squares->learn(n); }); // ERROR
  for (auto &worker : workers)
    worker.join();
}
