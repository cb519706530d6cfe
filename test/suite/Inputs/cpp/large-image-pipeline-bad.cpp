// A pipeline of decode, filter and encode stages: the encoder updates
// statistics that the display reads unlocked.
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

/// A bounded queue; a closed and empty one ends its consumers.
template <class T> class Channel {
public:
  explicit Channel(size_t limit) : capacity(limit) {}

  void send(T value) {
    std::unique_lock<std::mutex> hold(lock);
    hasRoom.wait(hold, [this] { return items.size() < capacity; });
    items.push_back(std::move(value));
    hasItems.notify_one();
  }

  std::optional<T> receive() {
    std::unique_lock<std::mutex> hold(lock);
    hasItems.wait(hold, [this] { return closed || !items.empty(); });
    if (items.empty())
      return std::nullopt;
    std::optional<T> value(std::move(items.front()));
    items.pop_front();
    hasRoom.notify_one();
    return value;
  }

  void close() {
    std::lock_guard<std::mutex> hold(lock);
    closed = true;
    hasItems.notify_all();
  }

private:
  const size_t capacity;
  std::mutex lock;
  std::condition_variable hasItems, hasRoom;
  std::deque<T> items;
  bool closed = false;
};

struct Image {
  int number = 0;
  std::vector<uint8_t> pixels;
};

using ImagePtr = std::unique_ptr<Image>;

struct Summary {
  int images = 0;
  uint64_t bytes = 0;
  double meanBrightness = 0;
};

class Statistics {
public:
  void add(const Image &image) {
    uint64_t sum = 0;
    for (uint8_t pixel : image.pixels)
      sum += pixel;
    double brightness =
        static_cast<double>(sum) / static_cast<double>(image.pixels.size());
    std::lock_guard<std::mutex> hold(lock);
    ++summary.images;                     // RACE
    summary.bytes += image.pixels.size(); // RACE
    summary.meanBrightness +=             // RACE
        (brightness - summary.meanBrightness) / summary.images;
  }

  Summary get() const {
    return summary; // RACE
  }

private:
  mutable std::mutex lock;
  Summary summary;
};

static void decode(Channel<ImagePtr> &out, int count) {
  for (int i = 0; i < count; ++i) {
    auto image = std::make_unique<Image>();
    image->number = i;
    image->pixels.resize(64);
    for (size_t p = 0; p < image->pixels.size(); ++p)
      image->pixels[p] = static_cast<uint8_t>(p * i);
    out.send(std::move(image));
  }
  out.close();
}

static void invert(Image &image) {
  for (uint8_t &pixel : image.pixels)
    pixel = static_cast<uint8_t>(255 - pixel);
}

static void filter(Channel<ImagePtr> &in, Channel<ImagePtr> &out) {
  while (auto image = in.receive()) {
    invert(**image);
    out.send(std::move(*image));
  }
}

static void encode(Channel<ImagePtr> &in, Statistics &statistics) {
  while (auto image = in.receive())
    statistics.add(**image);
}

int main() {
  Channel<ImagePtr> decoded(4), filtered(4);
  Statistics statistics;
  std::thread decoder(decode, std::ref(decoded), 60);
  std::vector<std::thread> filters;
  for (int i = 0; i < 2; ++i)
    filters.emplace_back(filter, std::ref(decoded), std::ref(filtered));
  std::thread encoder(encode, std::ref(filtered), std::ref(statistics));
  int shown = 0;
  for (int i = 0; i < 5; ++i) {
    shown = statistics.get().images;
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  decoder.join();
  for (std::thread &t : filters)
    t.join();
  filtered.close();
  encoder.join();
  Summary last = statistics.get();
  return shown <= 60 && last.images == 60 && last.bytes == 3840 ? 0 : 1;
}
