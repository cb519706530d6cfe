// Pointers to a RefCell go through a channel.
#include "rust.h"
#include <thread>
#include <vector>

int main() {
  rust::RefCell<std::vector<int>> list(std::vector<int>{1});
  auto [tx, rx] = rust::channel<const rust::RefCell<std::vector<int>> *>();
  {
    std::jthread worker([rx = std::move(rx)]() mutable { // ERROR
      while (auto item = rx.recv())
        (*item)->borrowMut()->push_back(2); // ERROR-ALSO
    });
    auto sender = std::move(tx);
    sender.send(&list);
    list.borrowMut()->push_back(3); // ERROR-ALSO
  }
}
