/** Where the pages for people are, below the public address. */

/** Where somebody becomes a user, as OBP's applications link to it. */
export const signUpPath = '/user_mgt/sign_up'
/** Where a user chooses another password. */
export const changePasswordPath = '/user_mgt/change_password'
/** Where a user who forgot their password chooses another; a token comes after it. */
export const resetPasswordPath = '/user_mgt/reset_password'
/** Where a user sets up a second factor, or takes it away. */
export const secondFactorPath = '/user_mgt/second_factor'
/** Where a user sees which applications act for them. */
export const applicationsPath = '/user_mgt/applications'
/** Where a user registers an application; OBP's applications link to it. */
export const consumerRegistrationPath = '/consumer-registration'
