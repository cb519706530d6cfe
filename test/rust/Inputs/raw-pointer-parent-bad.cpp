// A leaf that points to its parent goes to a thread, and the parent stays here.
#include <thread>
#include <vector>

struct Node {
  int value;
  Node *parent;
};

int main() {
  std::vector<Node> nodes{{1, nullptr}};
  Node *root = &nodes[0];
  Node leaf{2, root};
  std::thread worker( // ERROR
      [leaf] { leaf.parent->value += leaf.value; }); // ERROR-ALSO
  nodes[0].value += 1; // ERROR-ALSO
  worker.join();
}
