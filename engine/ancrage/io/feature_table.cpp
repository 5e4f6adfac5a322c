// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/feature_table.hpp"

#include "ancrage/base/error.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace ancrage::io {

namespace {

std::string place(const FeatureTable& table, std::string_view column) {
  std::string where = table.source;
  if (!table.name.empty()) where += (where.empty() ? "" : ", ") + table.name;
  if (!column.empty()) where += (where.empty() ? "" : ", ") + std::string(column);
  return where;
}

[[noreturn]] void throw_no_column(const FeatureTable& table, std::string_view column) {
  std::string names;
  for (const Column& other : table.columns()) names += (names.empty() ? "" : ", ") + other.name;
  throw Error(ErrorCode::wrong_input, message("The field “{0}” is missing", column), place(table, {}),
              message("Name it so, or state its name; the fields there are: {0}", names));
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

Quantity parsed(const FeatureTable& table, const Column& column, std::size_t row) {
  const std::string_view text = trimmed(column.texts[row]);
  if (text.empty() || (!column.null.empty() && column.null[row] != 0)) return Quantity::missing();
  if (text == "NS") return Quantity::withheld();
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    throw Error(ErrorCode::wrong_input, message("Row {0} holds “{1}”, which is not a number", row + 1, text),
                place(table, column.name), message("Write numbers with a decimal point, NS when withheld, or nothing"));
  }
  return value;
}

Column number_column(std::string name, ColumnType type, const std::vector<Quantity>& values) {
  Column column{.name = std::move(name), .type = type};
  column.numbers.reserve(values.size());
  column.null.reserve(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    column.numbers.push_back(values[row].value());
    column.null.push_back(values[row].is_number() ? 0 : 1);
    if (values[row].state() != Quantity::State::withheld) continue;
    if (column.withheld.empty()) column.withheld.assign(values.size(), 0);
    column.withheld[row] = 1;
  }
  return column;
}

}  // namespace

const Column* FeatureTable::find(std::string_view column_name) const {
  for (const Column& column : columns_) {
    if (column.name == column_name) return &column;
  }
  return nullptr;
}

const std::vector<std::string>& FeatureTable::texts(std::string_view column_name) const {
  const Column* column = find(column_name);
  if (column == nullptr) throw_no_column(*this, column_name);
  if (column->type != ColumnType::text) {
    throw Error(ErrorCode::wrong_input, message("The field holds numbers where text is needed"),
                place(*this, column_name), message("Store codes as text, so that leading zeros stay"));
  }
  return column->texts;
}

std::vector<Quantity> FeatureTable::quantities(std::string_view column_name) const {
  const Column* column = find(column_name);
  if (column == nullptr) throw_no_column(*this, column_name);
  std::vector<Quantity> result;
  result.reserve(size_);
  for (std::size_t row = 0; row < size_; ++row) {
    if (column->type == ColumnType::text) {
      result.push_back(parsed(*this, *column, row));
    } else if (!column->withheld.empty() && column->withheld[row] != 0) {
      result.push_back(Quantity::withheld());
    } else if (!column->null.empty() && column->null[row] != 0) {
      result.push_back(Quantity::missing());
    } else {
      result.emplace_back(column->numbers[row]);
    }
  }
  return result;
}

void FeatureTable::add_text(std::string column_name, std::vector<std::string> values) {
  Column column{.name = std::move(column_name), .type = ColumnType::text};
  column.null.assign(values.size(), 0);
  column.texts = std::move(values);
  add_column(std::move(column));
}

void FeatureTable::add_integers(std::string column_name, const std::vector<Quantity>& values) {
  add_column(number_column(std::move(column_name), ColumnType::integer, values));
}

void FeatureTable::add_reals(std::string column_name, const std::vector<Quantity>& values) {
  add_column(number_column(std::move(column_name), ColumnType::real, values));
}

void FeatureTable::add_column(Column column) {
  const std::size_t rows = column.type == ColumnType::text ? column.texts.size() : column.numbers.size();
  if (columns_.empty() && size_ == 0) size_ = rows;
  if (rows != size_) {
    throw Error(ErrorCode::internal, message("A column of {0} rows in a table of {1}", rows, size_),
                place(*this, column.name));
  }
  columns_.push_back(std::move(column));
}

}  // namespace ancrage::io
