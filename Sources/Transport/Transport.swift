import CLibCurl
