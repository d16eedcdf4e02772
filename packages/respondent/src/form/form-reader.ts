/** How the fields of a question become its answer. Nothing is judged: what cannot be an answer comes through as it is, and evaluation
 *  says what is wrong with it.
 *  @returns undefined where nothing was answered */
export type FormReader<Question> = (question: Question, fields: URLSearchParams) => unknown;
