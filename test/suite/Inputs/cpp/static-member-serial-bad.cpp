// The constructor draws serial numbers from a plain static member on two
// threads.
#include <thread>
#include <vector>

class Ticket {
public:
  Ticket() : serial(next++) {} // RACE
  int number() const { return serial; }

private:
  static int next;
  int serial;
};

int Ticket::next = 1;

static void sell(std::vector<Ticket> *sold) {
  for (int i = 0; i < 50; ++i)
    sold->emplace_back();
}

int main() {
  std::vector<Ticket> north, south;
  std::thread clerk(sell, &north);
  sell(&south);
  clerk.join();
  return north.size() + south.size() == 100 ? 0 : 1;
}
