// A tree whose children are Rc goes to a thread; a copy stays.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

struct Tree {
  int value;
  std::vector<rust::Rc<Tree>> children;
};

static int sum(const Tree &tree) {
  int total = tree.value;
  for (auto child : tree.children)
    total += sum(*child);
  return total;
}

int main() {
  rust::Rc<Tree> leaf(Tree{1, {}});
  Tree tree{2, {leaf}};
  Tree copy = tree;
  std::thread worker( // ERROR
      [copy = std::move(copy)] { std::printf("%d\n", sum(copy)); });
  std::printf("%d\n", sum(tree));
  worker.join();
}
