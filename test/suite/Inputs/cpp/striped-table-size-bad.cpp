// Each bucket has its stripe's lock, but the table's plain size is shared by
// all stripes.
#include <forward_list>
#include <mutex>
#include <thread>

class IdSet {
public:
  bool insert(unsigned id) {
    Stripe &stripe = stripes[id % 4];
    std::lock_guard<std::mutex> hold(stripe.lock);
    for (unsigned known : stripe.ids)
      if (known == id)
        return false;
    stripe.ids.push_front(id);
    ++count; // RACE
    return true;
  }
  size_t size() const { return count; } // RACE

private:
  struct Stripe {
    std::mutex lock;
    std::forward_list<unsigned> ids;
  };
  Stripe stripes[4];
  size_t count = 0;
};

int main() {
  IdSet ids;
  std::thread even([&] {
    for (unsigned id = 0; id < 100; id += 2)
      ids.insert(id);
  });
  std::thread odd([&] {
    for (unsigned id = 1; id < 100; id += 2)
      ids.insert(id);
  });
  while (ids.size() < 10)
    std::this_thread::yield();
  even.join();
  odd.join();
  return ids.size() == 100 ? 0 : 1;
}
