// Every way to use the containers of the C++ standard library, and their iterators,
// finds its model.
// RUN: %python %S/check-names.py %fearless %s -std=c++20
#include <array>
#include <bitset>
#include <deque>
#include <forward_list>
#include <initializer_list>
#include <iterator>
#include <list>
#include <map>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <valarray>
#include <vector>
struct T {
  int a;
  std::string s;
  bool operator<(const T &o) const {
    return a < o.a;
  }
  bool operator==(const T &) const = default;
};
void seq() {
  std::vector<int> v{1, 2, 3};
  std::vector<T> w(3), x(w), y(std::move(w)), z(3, T{}), q(x.begin(), x.end());
  z = x;
  z = std::move(y);
  std::vector<T> il = {T{}, T{}};
  il = {T{}};
  v.push_back(1);
  v.emplace_back(2);
  v.pop_back();
  v.front() = 1;
  v.back() = 2;
  v[0] = 1;
  v.at(1) = 2;
  v.data();
  v.size();
  v.empty();
  v.reserve(10);
  v.resize(5);
  v.resize(5, 1);
  v.assign(3, 1);
  v.assign(v.begin(), v.end());
  v.assign({1, 2});
  v.insert(v.begin(), 1);
  v.insert(v.begin(), 3, 1);
  v.insert(v.begin(), {1, 2});
  v.insert(v.begin(), x.size() ? v.begin() : v.begin(), v.end());
  v.emplace(v.begin(), 1);
  v.erase(v.begin());
  v.erase(v.begin(), v.end());
  v.clear();
  v.swap(v);
  std::swap(v, v);
  v.shrink_to_fit();
  v.capacity();
  v.max_size();
  v.begin();
  v.cbegin();
  v.rbegin();
  for (auto &e : x) {
    e.a = 1;
  }
  for (auto it = x.begin(); it != x.end(); ++it) {
    it->a = 1;
    (*it).a = 2;
    it[0].a = 1;
  }
  for (auto it = x.rbegin(); it != x.rend(); it++)
    it->a = 1;
  auto it = x.begin() + 1;
  it += 1;
  it -= 1;
  auto d = x.end() - x.begin();
  it--;
  --it;
  auto c = x.cbegin();
  bool b = it < x.end();
  const auto &cx = x;
  cx[0];
  cx.at(0);
  cx.front();
  for (auto &e : cx) {
    (void)e;
  }
  std::deque<T> dq;
  dq.push_front(T{});
  dq.push_back(T{});
  dq.pop_front();
  dq[0].a = 1;
  for (auto &e : dq)
    e.a = 1;
  dq.begin()->a = 1;
  dq.emplace_front();
  dq.erase(dq.begin());
  std::list<T> l;
  l.push_back(T{});
  l.push_front(T{});
  for (auto &e : l)
    e.a = 1;
  l.erase(l.begin());
  l.splice(l.begin(), l);
  l.sort();
  l.sort([](auto &a, auto &b) { return a.a < b.a; });
  l.remove_if([](auto &a) { return a.a; });
  l.unique();
  l.merge(l);
  l.reverse();
  l.emplace_back();
  auto li = l.begin();
  ++li;
  li++;
  --li;
  l.size();
  std::forward_list<int> fl;
  fl.push_front(1);
  fl.insert_after(fl.before_begin(), 1);
  for (auto &e : fl)
    e = 1;
  fl.erase_after(fl.begin());
  fl.pop_front();
  std::array<T, 3> ar;
  ar[0].a = 1;
  ar.at(1);
  ar.fill(T{});
  ar.size();
  for (auto &e : ar)
    e.a = 1;
  ar.data();
  ar.front();
  std::span<T> sp(x);
  sp[0].a = 1;
  sp.size();
  for (auto &e : sp)
    e.a = 1;
  sp.subspan(1);
  std::span<T> s2(x.data(), 2);
  sp = s2;
  std::vector<bool> vb;
  vb.push_back(true);
  vb[0] = true;
  bool bb = vb[0];
  vb[0].flip();
  std::queue<T> qu;
  qu.push(T{});
  qu.front().a = 1;
  qu.pop();
  qu.empty();
  qu.emplace();
  qu.size();
  std::stack<T> st;
  st.push(T{});
  st.top();
  st.pop();
  std::priority_queue<T> pq;
  pq.push(T{});
  pq.top();
  pq.pop();
  std::queue<T> qq = std::move(qu);
  std::bitset<8> bs;
  bs[0] = true;
  bs.set(1);
  bs.test(1);
  bool b0 = bs[0];
  bs.count();
  std::initializer_list<int> in = {1, 2};
  for (int i : in)
    (void)i;
  in.size();
  std::begin(v);
  std::end(v);
  std::size(v);
  std::next(it);
  std::prev(it);
  std::advance(it, 1);
  std::distance(it, it);
  *std::back_inserter(v) = 1;
  std::valarray<int> va(3);
  va[0] = 1;
  if (x == z) {
  }
  if (x < z) {
  }
  x.front().s;
}
void assoc() {
  std::map<std::string, T> m;
  m["a"].a = 1;
  m.at("a").a = 2;
  m.find("a")->second.a = 1;
  m.insert({"a", T{}});
  m.insert(std::make_pair("b", T{}));
  m.emplace("a", T{});
  m.try_emplace("a");
  m.insert_or_assign("a", T{});
  m.erase("a");
  m.erase(m.begin());
  m.count("a");
  m.contains("a");
  m.lower_bound("a");
  for (auto &[k, v] : m)
    v.a = 1;
  for (auto it = m.begin(); it != m.end(); ++it) {
    it->second.a = 1;
    (*it).second.a = 1;
  }
  m.size();
  m.clear();
  m.empty();
  auto m2 = m;
  m2 = m;
  m2 = std::move(m);
  m.extract("a");
  m.merge(m2);
  m.swap(m2);
  m.begin();
  m.equal_range("a");
  m.emplace_hint(m.begin(), "a", T{});
  std::unordered_map<int, T> u;
  u[1].a = 1;
  u.at(1);
  u.find(1)->second;
  u.insert({1, T{}});
  u.emplace(1, T{});
  u.erase(1);
  for (auto &[k, v] : u)
    v.a = 1;
  for (auto it = u.begin(); it != u.end();) {
    it = u.erase(it);
  }
  u.reserve(10);
  u.count(1);
  u.size();
  if (auto it = u.find(1); it != u.end()) {
    it->second.a = 1;
  }
  std::set<int> s;
  s.insert(1);
  s.emplace(1);
  s.erase(1);
  s.find(1);
  s.count(1);
  for (int i : s)
    (void)i;
  *s.begin();
  std::unordered_set<std::string> us;
  us.insert("a");
  us.find("a");
  for (auto &i : us)
    (void)i;
  us.erase("a");
  std::multimap<int, int> mm;
  mm.insert({1, 2});
  mm.emplace(1, 2);
  std::multiset<int> ms;
  ms.insert(1);
}
