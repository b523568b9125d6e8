//! The model: of all options of a list and nobody, each is as likely as the exponent of the sum of its weights.

use sidenote::article::speaker::evidence::Evidence;
use sidenote::article::speaker::weights::rows;

use crate::lists::List;

/// What holds weights to common sense, so that they say little of what is seen seldom. Chosen by cross-validation.
const PENALTY: f64 = 1.0;

/// Most steps of a fit; a dozen are enough.
const STEPS: usize = 60;

/// A list as the numbers of the rows that hold for each option.
pub(crate) struct Example {
    options: Vec<Vec<usize>>,
    right: Vec<bool>,
}

impl Example {
    pub(crate) fn of(list: &List) -> Self {
        let holding = |option: &Evidence| {
            let rows = rows().iter().enumerate();
            rows.filter(|(_, row)| option.contains(row.evidence))
                .map(|(number, _)| number)
                .collect()
        };
        Self {
            options: list.options.iter().map(holding).collect(),
            right: list.right.clone(),
        }
    }

    /// The option that weighs most; of equals the first, and nobody if none weighs more than nothing.
    pub(crate) fn best(&self, weights: &[f64]) -> Option<usize> {
        let scores = self.scores(weights).into_iter().enumerate();
        scores
            .filter(|(_, score)| *score > 0.0)
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map(|(option, _)| option)
    }

    fn scores(&self, weights: &[f64]) -> Vec<f64> {
        let score = |option: &Vec<usize>| option.iter().map(|&row| weights[row]).sum();
        self.options.iter().map(score).collect()
    }

    fn chances(&self, weights: &[f64]) -> Chances {
        let scores = self.scores(weights);
        let highest = scores.iter().copied().fold(0.0, f64::max);
        let powers: Vec<f64> = scores.iter().map(|it| (it - highest).exp()).collect();
        let nobody = (-highest).exp();
        let all = powers.iter().sum::<f64>() + nobody;
        let right = powers.iter().zip(&self.right);
        let right = right.map(|(power, is_right)| if *is_right { *power } else { 0.0 });
        let right: Vec<f64> = right.collect();
        let (some, wanted) = match right.iter().sum() {
            0.0 => (1.0, nobody),
            sum => (sum, sum),
        };
        Chances {
            seen: powers.iter().map(|it| it / all).collect(),
            wanted: right.iter().map(|it| it / some).collect(),
            loss: (all / wanted).ln(),
        }
    }
}

struct Chances {
    /// How likely each option is.
    seen: Vec<f64>,
    /// How likely it is among the right ones.
    wanted: Vec<f64>,
    /// How unlikely it is that one of the right ones is chosen.
    loss: f64,
}

/// The loss of an example.
pub(crate) fn loss(example: &Example, weights: &[f64]) -> f64 {
    example.chances(weights).loss
}

/// The weights that make the right options likeliest, by Newton’s steps from common sense: the same examples give the same bits.
pub(crate) fn fit(examples: &[&Example]) -> Vec<f64> {
    const SMALLEST: f64 = 1e-9;
    let mut weights: Vec<f64> = priors().collect();
    let mut curve = Curve::at(examples, &weights);
    for _ in 0..STEPS {
        let step = curve.step();
        let decline: f64 = step.iter().zip(&curve.slope).map(|(by, it)| by * it).sum();
        if decline < SMALLEST {
            break;
        }
        let mut length = 1.0;
        loop {
            let moved = weights.iter().zip(&step).map(|(it, by)| it - length * by);
            let next: Vec<f64> = moved.collect();
            let reached = Curve::at(examples, &next);
            if reached.loss <= curve.loss - SMALLEST * length * decline || length < SMALLEST {
                (weights, curve) = (next, reached);
                break;
            }
            length /= 2.0;
        }
    }
    weights
}

/// What each row counts by common sense.
fn priors() -> impl Iterator<Item = f64> {
    rows().iter().map(|row| f64::from(row.prior))
}

/// The loss at some weights, and how it changes around them.
struct Curve {
    loss: f64,
    slope: Vec<f64>,
    /// How the slope changes, row by row of a square.
    bend: Vec<f64>,
}

impl Curve {
    fn at(examples: &[&Example], weights: &[f64]) -> Self {
        let rows = weights.len();
        let off: Vec<f64> = weights
            .iter()
            .zip(priors())
            .map(|(it, prior)| it - prior)
            .collect();
        let mut curve = Self {
            loss: PENALTY / 2.0 * off.iter().map(|it| it * it).sum::<f64>(),
            slope: off.iter().map(|it| PENALTY * it).collect(),
            bend: vec![0.0; rows * rows],
        };
        for row in 0..rows {
            curve.bend[row * rows + row] = PENALTY;
        }
        let mut mean = vec![0.0; rows];
        for example in examples {
            curve.add(example, weights, &mut mean);
        }
        curve
    }

    /// Adds an example; `mean` is all zeros before and after.
    fn add(&mut self, example: &Example, weights: &[f64], mean: &mut [f64]) {
        let rows = weights.len();
        let chances = example.chances(weights);
        self.loss += chances.loss;
        let mut touched = Vec::new();
        let options = example.options.iter();
        for ((option, seen), wanted) in options.zip(chances.seen).zip(chances.wanted) {
            for &row in option {
                self.slope[row] += seen - wanted;
                if mean[row] == 0.0 {
                    touched.push(row);
                }
                mean[row] += seen;
                for &column in option {
                    self.bend[row * rows + column] += seen;
                }
            }
        }
        for &row in &touched {
            for &column in &touched {
                self.bend[row * rows + column] -= mean[row] * mean[column];
            }
        }
        for row in touched {
            mean[row] = 0.0;
        }
    }

    /// The step to where the slope would be even: Cholesky’s factor of the bend, then forwards and backwards through it.
    fn step(&self) -> Vec<f64> {
        let rows = self.slope.len();
        let mut factor = self.bend.clone();
        for column in 0..rows {
            for before in 0..column {
                let by = factor[column * rows + before];
                for row in column..rows {
                    factor[row * rows + column] -= factor[row * rows + before] * by;
                }
            }
            let root = factor[column * rows + column].max(f64::EPSILON).sqrt();
            for row in column..rows {
                factor[row * rows + column] /= root;
            }
        }
        let mut step = self.slope.clone();
        for row in 0..rows {
            for before in 0..row {
                step[row] -= factor[row * rows + before] * step[before];
            }
            step[row] /= factor[row * rows + row];
        }
        for row in (0..rows).rev() {
            for behind in row + 1..rows {
                step[row] -= factor[behind * rows + row] * step[behind];
            }
            step[row] /= factor[row * rows + row];
        }
        step
    }
}
