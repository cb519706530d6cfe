// A tree that counts its visits in Cells is walked by two threads.
#include "rust.h"
#include <memory>
#include <thread>

struct Tree {
  explicit Tree(std::unique_ptr<Tree> left) : left(std::move(left)) {}
  rust::Cell<unsigned> visits;
  std::unique_ptr<Tree> left;
};

static void walk(const Tree &tree) {
  tree.visits.set(tree.visits.get() + 1); // ERROR-ALSO
  if (tree.left)
    walk(*tree.left);
}

int main() {
  const Tree tree(std::make_unique<Tree>(nullptr));
  {
    std::jthread worker([&] { walk(tree); }); // ERROR
    walk(tree);
  }
}
