// Insertion into the search tree is locked, but lookup walks it without the
// lock.
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>

class Dictionary {
public:
  void insert(int key, std::string value) {
    std::unique_lock<std::shared_mutex> hold(lock);
    std::unique_ptr<Node> *slot = &root;
    while (*slot)
      slot = key < (*slot)->key ? &(*slot)->left : &(*slot)->right;
    *slot = std::make_unique<Node>(key, std::move(value)); // RACE
  }

  bool contains(int key) const {
    const Node *at = root.get();                             // RACE
    while (at && at->key != key)                             // RACE
      at = key < at->key ? at->left.get() : at->right.get(); // RACE
    return at != nullptr;
  }

private:
  struct Node {
    Node(int k, std::string v) : key(k), value(std::move(v)) {} // RACE
    int key;
    std::string value;
    std::unique_ptr<Node> left, right;
  };
  mutable std::shared_mutex lock;
  std::unique_ptr<Node> root;
};

int main() {
  Dictionary words;
  words.insert(50, "fifty");
  std::thread writer([&words] {
    for (int i = 0; i < 30; ++i)
      words.insert(i * 7 % 100, "word");
  });
  int found = 0;
  for (int i = 0; i < 100; ++i)
    found += words.contains(i);
  writer.join();
  return found > 0 ? 0 : 1;
}
