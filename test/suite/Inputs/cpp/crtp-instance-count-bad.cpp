// The CRTP base counts the live objects of each derived class in a plain static
// member.
#include <thread>
#include <vector>

template <class Derived> class Counted {
public:
  static int live() { return alive; }

protected:
  Counted() { ++alive; }                // RACE
  Counted(const Counted &) { ++alive; } // RACE
  ~Counted() { --alive; }               // RACE

private:
  static inline int alive = 0;
};

class Particle : public Counted<Particle> {
public:
  double mass = 1.0;
};

static void explode() {
  for (int i = 0; i < 20; ++i)
    std::vector<Particle> cloud(10);
}

int main() {
  std::thread a(explode), b(explode);
  a.join();
  b.join();
  return Particle::live();
}
