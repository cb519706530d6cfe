// A tree that counts its visits in atomics is walked by two threads.
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

struct Tree {
  explicit Tree(std::unique_ptr<Tree> left) : left(std::move(left)) {}
  mutable std::atomic<unsigned> visits = 0;
  std::unique_ptr<Tree> left;
};

static void walk(const Tree &tree) {
  tree.visits.fetch_add(1, std::memory_order_relaxed);
  if (tree.left)
    walk(*tree.left);
}

int main() {
  const Tree tree(std::make_unique<Tree>(nullptr));
  {
    std::jthread worker([&] { walk(tree); });
    walk(tree);
  }
}
