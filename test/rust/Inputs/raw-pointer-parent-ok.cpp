// A tree in which children have the numbers of their parents moves to a thread.
#include <optional>
#include <thread>
#include <utility>
#include <vector>

struct Node {
  int value;
  std::optional<std::size_t> parent;
};

int main() {
  std::vector<Node> nodes{{1, std::nullopt}};
  nodes.push_back({2, 0});
  std::thread worker([nodes = std::move(nodes)]() mutable {
    auto parent = *nodes[1].parent;
    nodes[parent].value += nodes[1].value;
  });
  worker.join();
}
