//! Weights: what each piece of evidence counts, alone and together with others.
//!
//! They are the weights of a log-linear model: of all who could have said it and nobody, each is as likely as the exponent of what
//! speaks for it. `weights.tsv` holds them: in each row the names, what they count by common sense, and what they count after
//! annotated articles, from which `tests/fit` learns it. What hardly appears there stays near common sense.

use std::sync::LazyLock;

use super::evidence::Evidence;

/// How the row is called that holds for every candidate.
const ANYBODY: &str = "anybody";

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("weights.tsv")));

/// Evidence with what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// What has to be there, all of it.
    pub evidence: Evidence,
    /// What it counts by common sense.
    pub prior: f32,
    /// What it counts.
    pub weight: f32,
}

/// The weights by the evidence that they are for.
struct Table {
    rows: Vec<Row>,
    /// What any candidate counts.
    base: f32,
    /// What one piece counts, by its bit.
    alone: [f32; 128],
    /// What several pieces count when all are there.
    joint: Vec<(Evidence, f32)>,
}

impl Table {
    fn read(text: &str) -> Self {
        let mut table = Self {
            rows: text.lines().filter_map(Row::read).collect(),
            base: 0.0,
            alone: [0.0; 128],
            joint: Vec::new(),
        };
        for &Row {
            evidence, weight, ..
        } in &table.rows
        {
            let bits = evidence.bits();
            match bits.count_ones() {
                0 => table.base = weight,
                1 => {
                    if let Some(alone) = table.alone.get_mut(bits.trailing_zeros() as usize) {
                        *alone = weight;
                    }
                }
                _ => table.joint.push((evidence, weight)),
            }
        }
        table
    }
}

impl Row {
    /// `touches after + say`, a tab, the prior, a tab, the weight.
    fn read(line: &str) -> Option<Self> {
        let mut columns = line.split('\t');
        let names = columns.next()?.split(" + ").filter(|name| *name != ANYBODY);
        Some(Self {
            evidence: names
                .map(|name| Evidence::from_name(&name.replace(' ', "_").to_uppercase()))
                .collect::<Option<Evidence>>()?,
            prior: columns.next()?.parse().ok()?,
            weight: columns.next()?.parse().ok()?,
        })
    }
}

/// All weights, in the order of the file.
pub fn rows() -> &'static [Row] {
    &TABLE.rows
}

impl Evidence {
    /// What it all counts. Nobody counts 0.
    pub fn weight(self) -> f32 {
        let table = &*TABLE;
        let mut bits = self.bits();
        let mut weight = table.base;
        while bits != 0 {
            let bit = bits.trailing_zeros() as usize;
            weight += table.alone.get(bit).copied().unwrap_or_default();
            bits &= bits - 1;
        }
        let joint = table.joint.iter();
        weight
            + joint
                .filter(|(evidence, _)| self.contains(*evidence))
                .map(|(_, weight)| weight)
                .sum::<f32>()
    }

    /// The rows that count.
    pub fn rows(self) -> impl Iterator<Item = &'static Row> {
        rows().iter().filter(move |row| self.contains(row.evidence))
    }

    /// Its names in words: `touches after + say`.
    pub fn words(self) -> String {
        if self.is_empty() {
            return ANYBODY.to_owned();
        }
        let names = self.iter_names().map(|(name, _)| name);
        let names: Vec<_> = names
            .map(|name| name.replace('_', " ").to_lowercase())
            .collect();
        names.join(" + ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let lines = include_str!("weights.tsv").lines();
        let lost: Vec<_> = lines.filter(|line| Row::read(line).is_none()).collect();
        assert_eq!(lost, Vec::<&str>::new());
    }

    #[test]
    fn a_weight_is_the_sum_of_its_rows() {
        let evidence = Evidence::AFTER | Evidence::SAY | Evidence::NAME | Evidence::DIRECT;
        let sum: f32 = evidence.rows().map(|row| row.weight).sum();
        assert!((sum - evidence.weight()).abs() < 1e-4);
    }
}
