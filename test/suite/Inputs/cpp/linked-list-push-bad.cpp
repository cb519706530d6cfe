// Nodes are prepared outside the lock, and linked in outside it as well.
#include <mutex>
#include <thread>

class EventList {
public:
  ~EventList() {
    while (Node *first = head) {
      head = first->next;
      delete first;
    }
  }

  void push(int value) {
    Node *fresh = new Node{value, nullptr};
    {
      std::lock_guard<std::mutex> hold(lock);
      ++length;
    }
    fresh->next = head; // RACE
    head = fresh;       // RACE
  }

  int size() {
    std::lock_guard<std::mutex> hold(lock);
    return length;
  }

private:
  struct Node {
    int value;
    Node *next;
  };
  std::mutex lock;
  Node *head = nullptr;
  int length = 0;
};

int main() {
  EventList events;
  std::thread a([&] {
    for (int i = 0; i < 40; ++i)
      events.push(i);
  });
  for (int i = 0; i < 40; ++i)
    events.push(-i);
  a.join();
  return events.size() == 80 ? 0 : 1;
}
