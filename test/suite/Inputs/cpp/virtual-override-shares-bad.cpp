// The base class's interface looks harmless, but one override counts calls in a
// plain member.
#include <memory>
#include <thread>

class Filter {
public:
  virtual ~Filter() = default;
  virtual int apply(int sample) = 0;
};

class Gain : public Filter {
public:
  int apply(int sample) override { return sample * 2; }
};

class Meter : public Filter {
public:
  int apply(int sample) override {
    ++seen; // RACE
    return sample;
  }

private:
  long seen = 0;
};

static void process(Filter &filter, int *sum) {
  for (int i = 0; i < 100; ++i)
    *sum += filter.apply(i);
}

int main(int argc, char **) {
  std::unique_ptr<Filter> filter;
  if (argc > 1)
    filter = std::make_unique<Gain>();
  else
    filter = std::make_unique<Meter>();
  int left = 0, right = 0;
  std::thread worker([&] { process(*filter, &left); });
  process(*filter, &right);
  worker.join();
  return left == right ? 0 : 1;
}
