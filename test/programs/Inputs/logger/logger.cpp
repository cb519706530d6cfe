#include "logger.h"

static sys::Mutex thresholdMu;
static Level currentThreshold = Level::Info;

void setThreshold(Level level) {
  sys::MutexLock lock(thresholdMu);
  currentThreshold = level;
}

Level threshold() {
  sys::MutexLock lock(thresholdMu);
  return currentThreshold;
}

Logger::Logger() : writer_(&Logger::drain, this) {}

Logger::~Logger() {
  {
    sys::MutexLock lock(queueMu_);
    stopping_ = true;
    queued_.signal();
  }
  writer_.join();
}

void Logger::addSink(std::shared_ptr<Sink> sink) {
  sys::MutexLock lock(sinksMu_);
  sinks_.push_back(std::move(sink));
}

void Logger::log(Level level, std::string line) {
  if (level < threshold())
    return;
  if (level == Level::Debug) {
    sys::TryLock attempt(queueMu_);
    if (attempt.owns()) {
      queue_.push_back(std::move(line));
      queued_.signal();
      return;
    }
    sys::MutexLock lock(droppedMu_);
    ++dropped_;
    return;
  }
  sys::MutexLock lock(queueMu_);
  queue_.push_back(std::move(line));
  queued_.signal();
}

void Logger::flush() {
  queueMu_.lock();
  while (!queue_.empty() || writing_)
    drained_.wait(queueMu_);
  queueMu_.unlock();
  sys::MutexLock lock(sinksMu_);
  for (const auto &sink : sinks_)
    sink->flush();
}

Logger::Status Logger::status() {
  sys::MutexLock sinks(sinksMu_);
  sys::MutexLock dropped(droppedMu_);
  return {sinks_.size(), dropped_};
}

void Logger::drain() {
  sys::MutexLock lock(queueMu_);
  for (;;) {
    while (queue_.empty() && !stopping_)
      queued_.wait(queueMu_);
    if (queue_.empty())
      return;
    std::deque<std::string> batch;
    batch.swap(queue_);
    writing_ = true;
    {
      sys::MutexUnlock unlock(queueMu_);
      writeBatch(batch);
    }
    writing_ = false;
    drained_.broadcast();
  }
}

void Logger::writeBatch(std::deque<std::string> &batch) {
  sys::MutexLock lock(sinksMu_);
  if (sinks_.empty()) {
    sys::MutexLock dropped(droppedMu_);
    dropped_ += static_cast<unsigned>(batch.size());
    return;
  }
  for (const std::string &line : batch)
    for (const auto &sink : sinks_)
      sink->write(line);
}
