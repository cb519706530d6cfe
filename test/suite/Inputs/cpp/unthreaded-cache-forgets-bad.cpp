// A class whose methods lock around their members, except for one that clears
// them.
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

class ThumbnailCache {
public:
  void put(const std::string &path, std::string image);
  bool get(const std::string &path, std::string *image) const;
  std::size_t bytes() const;
  void clear();

private:
  mutable std::mutex lock;
  std::map<std::string, std::string> images;
  std::size_t total = 0;
};

void ThumbnailCache::put(const std::string &path, std::string image) {
  std::lock_guard<std::mutex> hold(lock);
  total += image.size(); // RACE
  std::string &slot = images[path];
  total -= slot.size();    // RACE
  slot = std::move(image); // RACE
}

bool ThumbnailCache::get(const std::string &path, std::string *image) const {
  std::lock_guard<std::mutex> hold(lock);
  auto at = images.find(path); // RACE
  if (at == images.end())
    return false;
  *image = at->second;
  return true;
}

std::size_t ThumbnailCache::bytes() const {
  std::lock_guard<std::mutex> hold(lock);
  return total; // RACE
}

void ThumbnailCache::clear() {
  images.clear(); // RACE
  total = 0;      // RACE
}
