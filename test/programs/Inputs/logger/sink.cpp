#include "sink.h"

void FileSink::write(const std::string &line) {
  sys::MutexLock lock(mu_);
  std::fputs(line.c_str(), file_);
  std::fputc('\n', file_);
  bytes_ += line.size() + 1;
}

void FileSink::flush() {
  sys::MutexLock lock(mu_);
  if (bytes_ == 0)
    return;
  std::fflush(file_);
  bytes_ = 0;
}

void RingSink::write(const std::string &line) {
  lock();
  lines_[next_] = line;
  next_ = (next_ + 1) % lines_.size();
  unlock();
}

std::vector<std::string> RingSink::snapshot() {
  std::vector<std::string> copy;
  lock();
  if (lines_.empty()) {
    unlock();
    return copy;
  }
  for (std::size_t i = 0; i < lines_.size(); ++i)
    copy.push_back(lines_[(next_ + i) % lines_.size()]);
  unlock();
  return copy;
}
